import type {Api} from './api.ts';
import type {Policy} from './policy.ts';
import type {Answer, Problem} from './problem.ts';
import type {KeyRequest} from './request.ts';
import type {Secret} from './secret.ts';

/** A part of a list as it arrives. `rows` may be empty while only bytes have come. */
export type Chunk<T> = {
  readonly rows: readonly T[];
  /** Bytes received so far, over all pages. */
  readonly receivedBytes: number;
};

/** What the server says it stored; a member is absent where the server did not say (or left out a zero). */
export type StoredKey = {
  readonly alias?: string;
  /** Unix seconds; 0 and -1 mean never. */
  readonly expires?: number;
  readonly detailedLogging?: boolean;
  readonly disabled?: boolean;
  readonly tags?: readonly string[];
  readonly metadata?: Readonly<Record<string, string>>;
  readonly apiIds?: readonly string[];
  readonly policyIds?: readonly string[];
  readonly rate?: number;
  readonly per?: number;
  readonly quotaMax?: number;
  readonly quotaRenewalRate?: number;
};

export type CreatedKey = {
  /** What the API consumer sends (Dashboard: `key_id`, "Key ID"). */
  readonly secret: Secret;
  /** Absent when the server does not hash keys. It opens nothing. */
  readonly hash: string | undefined;
  readonly stored: StoredKey;
  /** Unix seconds that were sent as `expires`; `undefined` = sent as never. */
  readonly sentExpires: number | undefined;
};

/** The three outcomes of the one POST. `unknown`: a key may exist that nobody holds. */
export type Creation =
  | {readonly outcome: 'created'; readonly key: CreatedKey}
  | {readonly outcome: 'notCreated'; readonly problem: Problem}
  | {
      readonly outcome: 'unknown';
      readonly problem: Problem;
      /** Server time, Unix milliseconds, around which a key may have been stored. */
      readonly sentAt: number;
      readonly tookMs: number;
      /** Unix seconds sent as `expires`; `undefined` = never. */
      readonly sentExpires: number | undefined;
    };

/** What a stored key is found by: itself, or its hash, which opens nothing. */
export type KeyReference = {readonly key: Secret} | {readonly hash: string};

/** The request exactly as it will be sent, for people; the credential is a shell variable in it. */
export type RequestText = {readonly json: string; readonly curl: string};

/** A Tyk server, as the wizard needs one. Declared here, by the side that uses it. */
export type Backend = {
  readonly kind: 'dashboard' | 'gateway';
  /** Scheme, host and port, with a path prefix if there is one: what people recognise. */
  readonly address: string;
  /** All APIs, as they arrive; the last answer may be a problem, after which nothing follows. */
  loadApis(signal: AbortSignal): AsyncIterable<Answer<Chunk<Api>>>;
  loadPolicies(signal: AbortSignal): AsyncIterable<Answer<Chunk<Policy>>>;
  /** How far the server's clock is ahead of ours, in milliseconds (its `Date` header; ± 1 s). */
  readClockSkew(signal: AbortSignal): Promise<Answer<number>>;
  describe(request: KeyRequest, skewMs: number): RequestText;
  /** One POST, once. Aborting after it was sent leaves the outcome unknown. */
  createKey(request: KeyRequest, signal: AbortSignal): Promise<Creation>;
  /** "No such key" of a gateway counts only while its storage works; else it is `storageDown`. */
  readKey(reference: KeyReference): Promise<Answer<StoredKey>>;
  /** One DELETE with the plain key. `ok` only on a 200 that says so. */
  revokeKey(secret: Secret): Promise<Answer<undefined>>;
};
