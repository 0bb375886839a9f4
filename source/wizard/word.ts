import {settle} from './grapheme.ts';

/** Words of a line as a shell counts them; all places are UTF-16 units between two graphemes. */
export const wordBefore = (text: string, caret: number): number => back(text, caret, isWordUnit);

/** The end of the word that the caret is in, or of the next one. */
export const wordAfter = (text: string, caret: number): number => {
  let at = caret;
  while (at < text.length && !isWordUnit(text, at)) at += 1;
  while (at < text.length && isWordUnit(text, at)) at += 1;
  return settle(text, at);
};

/** Counting everything between blanks as one word. */
export const bigWordBefore = (text: string, caret: number): number =>
  back(text, caret, (_text, index) => !isBlank(text, index));

const back = (
  text: string,
  caret: number,
  belongs: (text: string, index: number) => boolean,
): number => {
  let at = caret;
  while (at > 0 && !belongs(text, at - 1)) at -= 1;
  while (at > 0 && belongs(text, at - 1)) at -= 1;
  return settle(text, at);
};

const isBlank = (text: string, index: number): boolean => /\s/.test(text.charAt(index));

let wordCharacter: RegExp | undefined;

const isWordUnit = (text: string, index: number): boolean => {
  const unit = text.charCodeAt(index);
  if (unit < 0x80) return /[0-9A-Za-z]/.test(text.charAt(index));
  const isLowHalf = unit >= 0xdc00 && unit <= 0xdfff;
  const character = String.fromCodePoint(text.codePointAt(isLowHalf ? index - 1 : index) ?? unit);
  // Compiled on first need, for the sake of the start (see `clean`).
  wordCharacter ??= new RegExp('^[\\p{L}\\p{N}\\p{M}]', 'u');
  return wordCharacter.test(character);
};
