import {characterKey} from './character-key.ts';
import {keyOf, textKey, unknownKey, type Key} from './key.ts';
import {alt, ctrl, nameOfLetter, nameOfNumber, shift} from './key-names.ts';

/** Names a CSI or SS3 sequence, whose first character is ESC; `undefined` when a key was let go. */
export const sequenceKey = (sequence: string, outerModifiers: number): Key | undefined => {
  const body = sequence.slice(1);
  const ss3 = /^O(\d?)(.)$/u.exec(body);
  if (ss3 !== null) {
    return ss3Key(ss3[2] ?? '', outerModifiers | bitsOf(Number(ss3[1] ?? 0)));
  }
  const console = /^\[\[(?:([A-E])|(\d+)~)$/u.exec(body);
  if (console !== null) {
    const [, letter, number] = console;
    return letter === undefined
      ? named(nameOfNumber(Number(number)), outerModifiers)
      : keyOf(`f${'ABCDE'.indexOf(letter) + 1}`, outerModifiers);
  }
  const csi = /^\[([\d;:]*)([A-Za-z~^$@])$/u.exec(body);
  return csi === null ? unknownKey : csiKey(csi[1] ?? '', csi[2] ?? '', outerModifiers);
};

const named = (name: string | undefined, modifiers: number): Key =>
  name === undefined ? unknownKey : keyOf(name, modifiers);

/** `j` to `y` are the number pad of an application that asked for it, as characters. */
const numberPad = '*+,-./0123456789';

const ss3Key = (final: string, modifiers: number): Key => {
  if (final === 'M') {
    return keyOf('enter', modifiers);
  }
  if (/[a-d]/.test(final)) {
    return named(nameOfLetter(final.toUpperCase()), modifiers | ctrl);
  }
  const padded = /[j-y]/.test(final) ? numberPad.charAt('jklmnopqrstuvwxy'.indexOf(final)) : '';
  return padded === '' ? named(nameOfLetter(final), modifiers) : textKey(padded);
};

const keyReleased = 3;

const csiKey = (parameters: string, final: string, outer: number): Key | undefined => {
  const fields = parameters.split(';').map(field => field.split(':').map(Number));
  const first = fields[0] ?? [];
  const [modifierParameter, event] = fields[1] ?? [];
  if (event === keyReleased) {
    return undefined;
  }
  const modifiers = outer | bitsOf(modifierParameter ?? 0);
  if (modifiers > (shift | alt | ctrl)) {
    return unknownKey;
  }
  switch (final) {
    case '~':
      return first[0] === 27
        ? characterKey(fields[2]?.[0] ?? 0, modifiers)
        : named(nameOfNumber(first[0] ?? 0), modifiers);
    case 'u':
      return characterKey(first[0] ?? 0, modifiers, first[1]);
    case '^':
      return named(nameOfNumber(first[0] ?? 0), modifiers | ctrl);
    case '$':
      return named(nameOfNumber(first[0] ?? 0), modifiers | shift);
    case '@':
      return named(nameOfNumber(first[0] ?? 0), modifiers | ctrl | shift);
    case 'Z':
      return keyOf('tab', modifiers | shift);
    case 'a':
    case 'b':
    case 'c':
    case 'd':
      return named(nameOfLetter(final.toUpperCase()), modifiers | shift);
    default:
      return named(nameOfLetter(final), modifiers);
  }
};

/** The parameter is the bits + 1, 0 when absent. Lock keys are let go of; kitty's Meta is Alt. */
const bitsOf = (parameter: number): number => {
  const bits = Math.max(0, parameter - 1) & ~(64 | 128);
  return bits & 32 ? (bits & ~32) | alt : bits;
};
