/**
 * What a search compares: no case, no accents, compatibility letters as plain ones. `ß` is `ss`, `İ` is
 * `i`, `Ａ` is `a`. Folding twice changes nothing.
 */
export const fold = (text: string): string =>
  ascii.test(text) ? text.toLowerCase() : Array.from(text, foldCharacter).join('');

/** `origins[n]`: the UTF-16 index in `text` of the character that unit `n` of `folded` comes from. */
export type Folding = {readonly folded: string; readonly origins: readonly number[]};

export const foldWithOrigins = (text: string): Folding => {
  const origins: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    for (let unit = 0; unit < plain.length; unit++) origins.push(at);
    folded += plain;
    at += character.length;
  }
  return {folded, origins};
};

const ascii = /^[\0-\x7F]*$/;

/** Accents on Latin, Greek and Cyrillic letters; the vowel signs of other scripts are letters to a reader. */
const accents = /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]/g;

/** Letters that Unicode does not take apart, as people without that keyboard type them. */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['ł', 'l'],
  ['ŧ', 't'],
  ['þ', 'th'],
]);

/** Names repeat their letters: each is worked out once. */
const known = new Map<string, string>();

const foldCharacter = (character: string): string => {
  const found = known.get(character);
  if (found !== undefined) return found;
  // By way of upper case (of the lower, for ẞ): only that takes ß, ſ and ς to what they are written with.
  const letters = bare(bare(character).toLowerCase().toUpperCase().toLowerCase());
  const folded = Array.from(letters, letter => lookalikes.get(letter) ?? letter).join('');
  known.set(character, folded);
  return folded;
};

const bare = (text: string): string => text.normalize('NFKD').replace(accents, '');
