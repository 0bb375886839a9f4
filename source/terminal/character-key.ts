import {keyOf, textKey, unknownKey, type Key} from './key.ts';
import {alt, ctrl, shift} from './key-names.ts';

/** Keys that `CSI u` writes as a number; 57414 and on are kitty's number pad. */
const codeNames: ReadonlyMap<number, string> = new Map([
  [8, 'backspace'],
  [9, 'tab'],
  [13, 'enter'],
  [27, 'escape'],
  [127, 'backspace'],
  [57414, 'enter'],
  [57417, 'left'],
  [57418, 'right'],
  [57419, 'up'],
  [57420, 'down'],
  [57421, 'pageUp'],
  [57422, 'pageDown'],
  [57423, 'home'],
  [57424, 'end'],
  [57425, 'insert'],
  [57426, 'delete'],
]);

const isPrintable = (code: number): boolean =>
  code >= 0x20 && code <= 0x10_ffff && !(code >= 0xd8_00 && code <= 0xf8_ff);

/** A character by its number, with modifiers: text when it only was shifted, otherwise a key. */
export const characterKey = (code: number, modifiers: number, shiftedCode?: number): Key => {
  const name = codeNames.get(code);
  if (name !== undefined) {
    return keyOf(name, modifiers);
  }
  if (!isPrintable(code)) {
    return unknownKey;
  }
  const character = String.fromCodePoint(code);
  if ((modifiers & (ctrl | alt)) !== 0) {
    return keyOf(character.toLowerCase(), modifiers);
  }
  const isShifted = (modifiers & shift) !== 0;
  const shifted = isPrintable(shiftedCode ?? 0)
    ? String.fromCodePoint(shiftedCode ?? 0)
    : character.toUpperCase();
  const text = isShifted ? shifted : character;
  return textKey(text);
};
