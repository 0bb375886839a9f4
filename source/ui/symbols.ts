/** Every sign has a twin for terminals that know only ASCII. */
const twins: Readonly<Record<string, string>> = {
  '›': '>',
  '─': '-',
  '…': '...',
  '·': '-',
  '✓': '+',
  '✗': 'x',
  '•': '*',
  '\u{FFFD}': '?',
};

// eslint-disable-next-line no-control-regex -- all of ASCII is meant
const ascii = /^[\x00-\x7f]*$/;

/** What a terminal without Unicode can show of a text: our signs by their twins, other characters as `?`. */
export const asAscii = (text: string): string =>
  ascii.test(text)
    ? text
    : Array.from(
        text,
        character => twins[character] ?? (ascii.test(character) ? character : '?'),
      ).join('');
