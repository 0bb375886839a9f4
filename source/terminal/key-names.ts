import {ESC} from './control-bytes.ts';

/** Shift, Alt and Ctrl as bits, the way xterm and kitty count them (their parameter is this + 1). */
export const shift = 1;
export const alt = 2;
export const ctrl = 4;

/** A key that is not a character, and how xterm writes it: a letter at the end or a number and `~`. */
type NamedKey = {readonly name: string; readonly letter?: string; readonly number?: number};

const namedKeys: readonly NamedKey[] = [
  {name: 'up', letter: 'A'},
  {name: 'down', letter: 'B'},
  {name: 'right', letter: 'C'},
  {name: 'left', letter: 'D'},
  {name: 'end', letter: 'F'},
  {name: 'home', letter: 'H'},
  {name: 'f1', letter: 'P'},
  {name: 'f2', letter: 'Q'},
  {name: 'f3', letter: 'R'},
  {name: 'f4', letter: 'S'},
  {name: 'insert', number: 2},
  {name: 'delete', number: 3},
  {name: 'pageUp', number: 5},
  {name: 'pageDown', number: 6},
  {name: 'f5', number: 15},
  {name: 'f6', number: 17},
  {name: 'f7', number: 18},
  {name: 'f8', number: 19},
  {name: 'f9', number: 20},
  {name: 'f10', number: 21},
  {name: 'f11', number: 23},
  {name: 'f12', number: 24},
];

/** VT220 and rxvt numbers of keys that xterm writes with a letter. */
const otherNumbers: ReadonlyMap<number, string> = new Map([
  [1, 'home'],
  [4, 'end'],
  [7, 'home'],
  [8, 'end'],
  [11, 'f1'],
  [12, 'f2'],
  [13, 'f3'],
  [14, 'f4'],
]);

export const nameOfLetter = (letter: string): string | undefined =>
  namedKeys.find(key => key.letter === letter)?.name;

export const nameOfNumber = (number: number): string | undefined =>
  namedKeys.find(key => key.number === number)?.name ?? otherNumbers.get(number);

/** `ctrl+left`, `alt+b`, `shift+tab`: always in this order. */
export const withModifiers = (name: string, modifiers: number): string =>
  `${modifiers & ctrl ? 'ctrl+' : ''}${modifiers & alt ? 'alt+' : ''}${modifiers & shift ? 'shift+' : ''}${name}`;

/** A control character and a key are one byte to most terminals, so they are one key to us. */
const sameKey: ReadonlyMap<string, string> = new Map([
  ['ctrl+i', 'tab'],
  ['ctrl+m', 'enter'],
  ['ctrl+j', 'enter'],
  ['ctrl+h', 'backspace'],
  ['ctrl+[', 'escape'],
]);

export const canonicalName = (name: string): string => sameKey.get(name) ?? name;

const plainSequences: ReadonlyMap<string, string> = new Map([
  ['enter', '\r'],
  ['tab', '\t'],
  ['escape', ESC],
  ['backspace', '\u007F'],
]);

/** How xterm writes this key; `''` for one that it has no sequence for. */
export const xtermSequence = (name: string, modifiers: number): string => {
  const key = namedKeys.find(each => each.name === name);
  if (key?.letter !== undefined) {
    const introducer = 'PQRS'.includes(key.letter) ? `${ESC}O` : `${ESC}[`;
    const start = modifiers === 0 ? introducer : `${ESC}[1;${modifiers + 1}`;
    return start + key.letter;
  }
  if (key?.number !== undefined) {
    return `${ESC}[${key.number}${modifiers === 0 ? '' : `;${modifiers + 1}`}~`;
  }
  if (name === 'tab' && modifiers === shift) {
    return `${ESC}[Z`;
  }
  return characterSequence(plainSequences.get(name) ?? name, modifiers);
};

const characterSequence = (character: string, modifiers: number): string => {
  const isShifted = (modifiers & shift) !== 0;
  const typed = isShifted ? character.toUpperCase() : character;
  const sent = modifiers & ctrl ? controlCharacter(character) : typed;
  return modifiers & alt ? ESC + sent : sent;
};

const controlCharacter = (character: string): string =>
  /^[a-z[\\\]^_]$/.test(character)
    ? String.fromCharCode(character.toUpperCase().charCodeAt(0) & 0x1f)
    : '';
