import type {LimitsDraft} from './limits-draft.ts';
import {defaultLimitsDraft} from './limits-draft.ts';
import type {Policy} from './policy.ts';
import type {Grant, Metadata} from './request.ts';

/** A row of the expiry menu by its id, or what a person typed; nothing is chosen for anybody. */
export type ExpiryChoice =
  | {readonly kind: 'unset'}
  | {readonly kind: 'preset'; readonly id: string}
  | {readonly kind: 'own'; readonly text: string};

/**
 * Answers as they were typed and chosen. Both ways keep theirs, so that going back and forth loses nothing;
 * `way` says which one counts.
 */
export type Draft = {
  readonly way: 'apis' | 'policy';
  readonly grants: readonly Grant[];
  /** In the order in which they were chosen, which the server applies them in. */
  readonly policies: readonly Policy[];
  /** For a key whose APIs or policies do not say their organisation. */
  readonly organisation: string;
  readonly detailedLogging: boolean;
  readonly alias: string;
  readonly expires: ExpiryChoice;
  /** Comma-separated. */
  readonly tags: string;
  readonly metadata: readonly Metadata[];
  readonly limits: LimitsDraft;
};

export const emptyDraft: Draft = {
  way: 'apis',
  grants: [],
  policies: [],
  organisation: '',
  detailedLogging: false,
  alias: '',
  expires: {kind: 'unset'},
  tags: '',
  metadata: [],
  limits: defaultLimitsDraft,
};
