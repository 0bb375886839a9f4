/** Places in a name, in UTF-16 units: the primitives that both ranking and highlighting are made of. */

/** Where words start: `PaymentGateway v2-eu` has four, the ones that people abbreviate it by. */
export const wordStarts = (name: string): readonly number[] => {
  const starts: number[] = [];
  for (let at = 0; at < name.length; at++) {
    if (isWordUnit(name.charCodeAt(at)) && startsWord(name, at)) starts.push(at);
  }
  return starts;
};

/** The place of `word` in `folded`, at the start of a word if it can be had; -1 for none. */
export const bestPlace = (folded: string, cased: string, word: string): number => {
  const first = folded.indexOf(word);
  for (let at = first; at !== -1; at = folded.indexOf(word, at + 1)) {
    if (startsWord(cased, at)) return at;
  }
  return first;
};

/**
 * Whether a word starts at a place that holds something: after a blank or sign, or at a hump (`payG|ateway`,
 * `API|Gateway`). Without humps where `name` has no capitals.
 */
export const startsWord = (name: string, at: number): boolean => {
  if (at === 0) return true;
  const before = name.charCodeAt(at - 1);
  if (!isWordUnit(before)) return true;
  if (!isCapital(name.charCodeAt(at))) return false;
  return !isCapital(before) || isSmall(name.charCodeAt(at + 1));
};

/** One past the last letter of `word`, its letters taken in order as early as possible; -1 for none. */
export const scatteredEnd = (folded: string, word: string): number => {
  let at = -1;
  for (let letter = 0; letter < word.length; letter++) {
    at = folded.indexOf(word.charAt(letter), at + 1);
    if (at === -1) return -1;
  }
  return at + 1;
};

/** Where the letters of `word` begin that end at `end`, taken as late as possible: the tightest way to read it. */
export const scatteredStart = (folded: string, word: string, end: number): number => {
  let at = end;
  for (let letter = word.length - 1; letter >= 0; letter--) {
    at = folded.lastIndexOf(word.charAt(letter), at - 1);
  }
  return at;
};

/** Which letters occur, one bit each (all signs and other scripts share one): to say no quickly. */
export const letterMask = (folded: string): number => {
  let mask = 0;
  for (let at = 0; at < folded.length; at++) mask |= 1 << bitOf(folded.charCodeAt(at));
  return mask;
};

const bitOf = (unit: number): number => {
  if (isSmall(unit)) return unit - 0x61;
  return isDigit(unit) ? 26 + ((unit - 0x30) >> 1) : 31;
};

const isCapital = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;
const isSmall = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Letters and digits; beyond ASCII everything but the signs and blanks that names are written with. */
const isWordUnit = (unit: number): boolean => {
  if (unit < 0x80) return isSmall(unit) || isCapital(unit) || isDigit(unit);
  if (unit < 0xc0) return unit === 0xaa || unit === 0xb5 || unit === 0xba;
  return !(unit >= 0x2000 && unit <= 0x206f) && !(unit >= 0x3000 && unit <= 0x303f);
};
