import type {Chunk} from '../key/backend.ts';
import type {Answer} from '../key/problem.ts';

/** Milliseconds for which a list is good enough to choose from, so that many keys in a row cost one list. */
const GOOD_FOR = 60_000;

export type List<T> = {
  /** All rows, asked for now. */
  readonly load: (signal: AbortSignal) => Promise<Answer<readonly T[]>>;
  /** As loaded less than a minute ago, if all these ids are in it; else asked for now. */
  readonly knowing: (ids: readonly string[], signal: AbortSignal) => Promise<Answer<readonly T[]>>;
};

/** A server's list, collected. A problem leaves nothing of it. `now`: Unix milliseconds. */
export const createList = <T extends {readonly id: string}>(
  chunks: (signal: AbortSignal) => AsyncIterable<Answer<Chunk<T>>>,
  now: () => number,
): List<T> => {
  let kept: readonly T[] = [];
  let loadedAt = Number.NEGATIVE_INFINITY;
  const load = async (signal: AbortSignal): Promise<Answer<readonly T[]>> => {
    const rows: T[] = [];
    for await (const answer of chunks(signal)) {
      if (!answer.ok) return answer;
      rows.push(...answer.value.rows);
    }
    kept = rows;
    loadedAt = now();
    return {ok: true, value: rows};
  };
  return {
    load,
    knowing: async (ids, signal) => {
      const age = now() - loadedAt;
      const known = new Set(kept.map(({id}) => id));
      const isGood = age >= 0 && age <= GOOD_FOR && ids.every(id => known.has(id));
      return isGood ? {ok: true, value: kept} : load(signal);
    },
  };
};
