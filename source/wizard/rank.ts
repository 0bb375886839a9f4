import {fold} from './fold.ts';
import {bestPlace, letterMask, scatteredEnd, scatteredStart, startsWord} from './letters.ts';
import type {Prepared} from './prepare.ts';

/** A word of a query, folded. */
export type Word = {readonly text: string; readonly mask: number};

/** How a word was found, best first. */
const NAME_STARTS = 0;
const WORD_STARTS = 1;
const INSIDE = 2;
const INITIALS = 3;
const EXTRA = 4;
const SCATTERED = 5;
const ID = 6;

/** Shorter words would be found in nearly everything that is searched beyond the name. */
export const SHORTEST_IN_EXTRA = 2;
export const SHORTEST_IN_ID = 3;

const WITHIN_BITS = 6;
const LENGTH_BITS = 8;
const MOST_WITHIN = 2 ** WITHIN_BITS - 1;
const LONGEST = 2 ** LENGTH_BITS - 1;

/** Every rank is a whole number below this one. */
export const RANKS = (ID + 1) << (WITHIN_BITS + LENGTH_BITS);

/** The folded words of a query, each once. */
export const queryWords = (query: string): readonly string[] => [
  ...new Set(
    fold(query)
      .split(/\s+/)
      .filter(word => word !== ''),
  ),
];

export const wordOf = (text: string): Word => ({text, mask: letterMask(text)});

/**
 * How well a row answers all words; less is better, -1 = not at all. A row is as good as its worst word;
 * then it counts how early (or how close together) the letters stand, then how short the name is.
 */
export const rank = (prepared: Prepared, row: number, words: readonly Word[]): number => {
  let worst = 0;
  let within = 0;
  for (const word of words) {
    const found = rankWord(prepared, row, word);
    if (found === -1) return -1;
    worst = Math.max(worst, found >> WITHIN_BITS);
    within += found & MOST_WITHIN;
  }
  const length = Math.min(prepared.names[row]?.length ?? 0, LONGEST);
  return (((worst << WITHIN_BITS) | Math.min(within, MOST_WITHIN)) << LENGTH_BITS) | length;
};

const rankWord = (prepared: Prepared, row: number, word: Word): number => {
  const {text, mask} = word;
  const inName = ((prepared.nameMasks[row] ?? 0) & mask) === mask;
  const name = prepared.names[row] ?? '';
  if (inName) {
    const cased = prepared.cased[row] ?? '';
    const at = bestPlace(name, cased, text);
    if (at === 0) return grade(NAME_STARTS, 0);
    if (at > 0) return grade(startsWord(cased, at) ? WORD_STARTS : INSIDE, at);
    const initial = (prepared.initials[row] ?? '').indexOf(text);
    if (initial !== -1) return grade(INITIALS, initial);
  }
  if (text.length < SHORTEST_IN_EXTRA) return -1;
  const extra = (prepared.extras[row] ?? '').indexOf(text);
  if (extra !== -1) return grade(EXTRA, extra);
  if (inName) {
    const end = scatteredEnd(name, text);
    if (end !== -1) return grade(SCATTERED, end - scatteredStart(name, text, end) - text.length);
  }
  if (text.length < SHORTEST_IN_ID || ((prepared.idMasks[row] ?? 0) & mask) !== mask) return -1;
  const id = (prepared.ids[row] ?? '').indexOf(text);
  return id === -1 ? -1 : grade(ID, id);
};

const grade = (kind: number, within: number): number =>
  (kind << WITHIN_BITS) | Math.min(within, MOST_WITHIN);
