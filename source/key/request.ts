import type {Api} from './api.ts';
import type {Expiry} from './expiry.ts';
import type {Limits} from './limits.ts';
import type {NonEmpty} from './non-empty.ts';
import type {Policy} from './policy.ts';

/** One API that the key opens, with the versions it opens. */
export type Grant = {readonly api: Api; readonly versions: NonEmpty<string>};

/** What the key opens. Neither empty access rights nor "both" can be written: empty means *every* API to Tyk. */
export type Access =
  | {readonly kind: 'apis'; readonly grants: NonEmpty<Grant>}
  /** In the order in which the server applies them. */
  | {readonly kind: 'policies'; readonly policies: NonEmpty<Policy>};

export type Metadata = {readonly name: string; readonly value: string};

/** A finished, valid wish for one key. Only `parseDraft` makes one. */
export type KeyRequest = {
  readonly access: Access;
  readonly organisation: string;
  readonly alias: string;
  readonly detailedLogging: boolean;
  readonly expiry: Expiry;
  readonly tags: readonly string[];
  readonly metadata: readonly Metadata[];
  /** The key's own limits; policies override those that they govern. */
  readonly limits: Limits;
};
