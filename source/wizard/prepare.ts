import {fold} from './fold.ts';
import {letterMask, wordStarts} from './letters.ts';

/** `extra`: more to find a row by than its name (categories…); it is searched, but has no marked letters. */
export type Matchable = {readonly name: string; readonly id: string; readonly extra?: string};

/** Rows made ready for searching, by columns: 100,000 objects more would cost the most memory of all. */
export type Prepared = {
  /** Folded names; good to sort by, too. */
  readonly names: readonly string[];
  /** Where the humps of `PaymentGateway` are seen: the name itself, if folding left all letters in place. */
  readonly cased: readonly string[];
  readonly initials: readonly string[];
  readonly extras: readonly string[];
  readonly ids: readonly string[];
  readonly nameMasks: ArrayLike<number>;
  readonly idMasks: ArrayLike<number>;
};

/** `before`: what was prepared earlier; `rows` come after it and get the next indices. */
export const prepare = (rows: readonly Matchable[], before: Prepared = nothing): Prepared => {
  const names = rows.map(({name}) => fold(name));
  const ids = rows.map(({id}) => fold(id));
  const cased = rows.map(({name}, row) => {
    const folded = names[row] ?? '';
    return name.length === folded.length ? name : folded;
  });
  return {
    names: before.names.concat(names),
    cased: before.cased.concat(cased),
    initials: before.initials.concat(rows.map(({name}) => initials(name).letters)),
    extras: before.extras.concat(rows.map(({extra}) => (extra === undefined ? '' : fold(extra)))),
    ids: before.ids.concat(ids),
    nameMasks: masks(before.nameMasks, names),
    idMasks: masks(before.idMasks, ids),
  };
};

/** The folded first letters of the words of a name, and the UTF-16 indices in the name that they are from. */
export const initials = (
  name: string,
): {readonly letters: string; readonly origins: readonly number[]} => {
  const origins: number[] = [];
  let letters = '';
  for (const at of wordStarts(name)) {
    const letter = fold(String.fromCodePoint(name.codePointAt(at) ?? 0)).charAt(0);
    if (letter !== '') origins.push(at);
    letters += letter;
  }
  return {letters, origins};
};

const nothing: Prepared = {
  names: [],
  cased: [],
  initials: [],
  extras: [],
  ids: [],
  nameMasks: [],
  idMasks: [],
};

const masks = (before: ArrayLike<number>, texts: readonly string[]): ArrayLike<number> => {
  const all = new Int32Array(before.length + texts.length);
  all.set(before);
  for (const [at, text] of texts.entries()) all[before.length + at] = letterMask(text);
  return all;
};
