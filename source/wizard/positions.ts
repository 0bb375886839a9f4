import type {Folding} from './fold.ts';
import {fold, foldWithOrigins} from './fold.ts';
import {bestPlace, scatteredEnd, scatteredStart} from './letters.ts';
import type {Matchable} from './prepare.ts';
import {initials} from './prepare.ts';
import {queryWords, SHORTEST_IN_EXTRA} from './rank.ts';

/**
 * The letters of a name that answer a query, as it was ranked: UTF-16 indices in ascending order, a character
 * with all its units and accents. Empty for a row found by its extra text or id. Only for rows that are drawn.
 */
export const positions = (row: Matchable, query: string): readonly number[] => {
  const folding = foldWithOrigins(row.name);
  const marked = new Set<number>();
  for (const word of queryWords(query)) {
    for (const origin of originsOf(row, folding, word)) {
      const end = endOfCharacter(row.name, folding, origin);
      for (let at = origin; at < end; at++) marked.add(at);
    }
  }
  return [...marked].sort((a, b) => a - b);
};

const originsOf = (row: Matchable, folding: Folding, word: string): readonly number[] => {
  const {folded, origins} = folding;
  const cased = row.name.length === folded.length ? row.name : folded;
  const place = bestPlace(folded, cased, word);
  if (place !== -1) return origins.slice(place, place + word.length);
  const {letters, origins: starts} = initials(row.name);
  const initial = letters.indexOf(word);
  if (initial !== -1) return starts.slice(initial, initial + word.length);
  const inExtra = word.length >= SHORTEST_IN_EXTRA && fold(row.extra ?? '').includes(word);
  return inExtra ? [] : scatteredOrigins(folding, word);
};

const scatteredOrigins = ({folded, origins}: Folding, word: string): readonly number[] => {
  const end = scatteredEnd(folded, word);
  if (end === -1) return [];
  const found: number[] = [];
  let at = scatteredStart(folded, word, end);
  for (const unit of word.split('')) {
    at = folded.indexOf(unit, at);
    found.push(origins[at] ?? 0);
    at += 1;
  }
  return found;
};

/** Where the next character begins that folding left something of: accents go with the letter before them. */
const endOfCharacter = (name: string, {origins}: Folding, origin: number): number =>
  origins.find(other => other > origin) ?? name.length;
