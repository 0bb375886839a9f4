import stringWidth from 'string-width';

const plainAscii = /^[\x20-\x7e]*$/;

/** Columns that a text takes on a terminal. */
export const textWidth = (text: string): number =>
  plainAscii.test(text) ? text.length : stringWidth(text);

/** The text in exactly `width` columns: cut at the end with `sign`, or filled up with blanks. */
export const fitted = (text: string, width: number, sign: string): string =>
  filled(cut(text, width, sign), width);

export const filled = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - textWidth(text)));

export const cut = (text: string, width: number, sign: string): string => {
  if (textWidth(text) <= width) return text;
  return head(text, Math.max(0, width - textWidth(sign))) + cutSign(sign, width);
};

const cutSign = (sign: string, width: number): string => (textWidth(sign) <= width ? sign : '');

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
  return taken;
};

/** As many characters from the end as fit into `width` columns. */
export const tail = (text: string, width: number): string => {
  const characters = [...text];
  let from = characters.length;
  let used = 0;
  while (from > 0) {
    used += textWidth(characters[from - 1] ?? '');
    if (used > width) break;
    from -= 1;
  }
  return characters.slice(from).join('');
};
