/* What an xterm sends for the keys that have a name. */
const named: Readonly<Record<string, string>> = {
  enter: '\r',
  tab: '\t',
  'shift+tab': '\x1b[Z',
  escape: '\x1b',
  space: ' ',
  backspace: '\x7f',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  insert: '\x1b[2~',
  delete: '\x1b[3~',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  f1: '\x1bOP',
  f2: '\x1bOQ',
  f3: '\x1bOR',
  f4: '\x1bOS',
  f5: '\x1b[15~',
  f6: '\x1b[17~',
  f7: '\x1b[18~',
  f8: '\x1b[19~',
  f9: '\x1b[20~',
  f10: '\x1b[21~',
  f11: '\x1b[23~',
  f12: '\x1b[24~',
};

/**
 * The bytes of a key by its name: `enter`, `up`, `f1`, `ctrl+t`, `alt+b`, `shift+tab`, or a single
 * character, which stands for itself. Throws on a name that it does not know.
 */
export const keyBytes = (key: string): string => {
  const known = named[key];
  if (known !== undefined) return known;
  const [, modifier, letter] = /^(ctrl|alt)\+(.)$/.exec(key) ?? [];
  if (modifier !== undefined && letter !== undefined) {
    return modifier === 'alt' ? `\x1b${letter}` : String.fromCharCode(letter.charCodeAt(0) & 0x1f);
  }
  if (/^.$/u.test(key)) return key;
  throw new Error(`No key is called ${key}`);
};

/** A paste as the terminal marks it where the program has asked for that. */
export const bracketedPaste = (text: string): string => `\x1b[200~${text}\x1b[201~`;
