import type {Api} from '../key/api.ts';
import {plainKey} from '../key/plain-key.ts';
import {fold} from './fold.ts';
import {once} from '../key/once.ts';

/** What is true of a whole list of APIs. */
export type ApiFacts = {
  /** Names that more than one API has. */
  readonly twins: ReadonlySet<string>;
  /** Folded category -> as it was first written. */
  readonly categoryLabels: ReadonlyMap<string, string>;
  /** APIs that a plain key does not open, keyless ones among them. */
  readonly notOpenable: number;
};

export const apiFacts = once((apis: readonly Api[]): ApiFacts => {
  const names = new Set<string>();
  const twins = new Set<string>();
  const categoryLabels = new Map<string, string>();
  let notOpenable = 0;
  for (const api of apis) {
    if (names.has(api.name)) twins.add(api.name);
    names.add(api.name);
    if (plainKey(api).kind !== 'opens') notOpenable += 1;
    for (const name of api.categories) {
      const key = fold(name);
      if (!categoryLabels.has(key)) categoryLabels.set(key, name);
    }
  }
  return {twins, categoryLabels, notOpenable};
});
