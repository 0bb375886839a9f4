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

const plain = /^[\x00-\x7f]*$/;

/** Says that a text was cut. Three columns wide in ASCII. */
export const cutSign = ({ascii}: {readonly ascii: boolean}): string => (ascii ? '...' : '…');

/** What a terminal without Unicode can show of a text: our signs by their twins, other characters as `?`. */
export const asAscii = (text: string): string =>
  plain.test(text)
    ? text
    : Array.from(
        text,
        character => twins[character] ?? (plain.test(character) ? character : '?'),
      ).join('');
