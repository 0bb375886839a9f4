import stringWidth from 'string-width';

const plainAscii = /^[\x20-\x7e]*$/;

/** Columns that a text takes on a terminal. */
export const textWidth = (text: string): number =>
  plainAscii.test(text) ? text.length : stringWidth(text);

/** The text in exactly `width` columns: cut at the end with `sign`, or filled up with blanks. */
export const fitted = (text: string, width: number, sign: string): string =>
  filled(cut(text, width, sign), width);

/** The text with blanks up to `width` columns; a longer one stays as it is. */
export const filled = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - textWidth(text)));

/** The text in at most `width` columns, `sign` at its end where something is missing. */
export const cut = (text: string, width: number, sign: string): string => {
  if (textWidth(text) <= width) return text;
  return head(text, Math.max(0, width - textWidth(sign))) + (textWidth(sign) <= width ? sign : '');
};

/** As many characters from the start as fit into `width` columns. */
export const head = (text: string, width: number): string => {
  if (plainAscii.test(text)) return text.slice(0, width);
  let taken = '';
  let used = 0;
  for (const character of text) {
    used += textWidth(character);
    if (used > width) break;
    taken += character;
  }
  return narrowed(taken, width, all => all.slice(0, -1));
};

/** Characters can be wider together than each alone: a digit and the frame of a key around it. */
const narrowed = (
  text: string,
  width: number,
  without: (characters: readonly string[]) => readonly string[],
): string => {
  let shown = text;
  while (textWidth(shown) > width) shown = without(Array.from(shown)).join('');
  return shown;
};

/** As many characters from the end as fit into `width` columns. */
export const tail = (text: string, width: number): string => {
  const characters = Array.from(text);
  let from = characters.length;
  let used = 0;
  while (from > 0) {
    used += textWidth(characters[from - 1] ?? '');
    if (used > width) break;
    from -= 1;
  }
  return narrowed(characters.slice(from).join(''), width, all => all.slice(1));
};
