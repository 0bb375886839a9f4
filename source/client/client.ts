import type {Api} from '../key/api.ts';
import type {Backend, Chunk, Creation, StoredKey} from '../key/backend.ts';
import type {Policy} from '../key/policy.ts';
import type {Answer} from '../key/problem.ts';
import type {Secret} from '../key/secret.ts';
import type {Wish, WishProblem} from './wish.ts';

export type Cancellable = {readonly signal?: AbortSignal | undefined};

/**
 * What became of a wish.
 * `created`: `key.secret` is the key, which the server won't say again; `key.stored` what the server says it
 * stored.
 * `notCreated`: certainly no key exists; `problem` says why.
 * `unknown`: the answer was lost or proves nothing. A key may exist that nobody holds. To create again is safe
 * for the secret and may leave a stray key; nothing here does it by itself.
 * `refused`: the wish itself, before anything was sent; `problems` has at least one row.
 */
export type Outcome =
  Creation | {readonly outcome: 'refused'; readonly problems: readonly WishProblem[]};

/**
 * A Tyk server. Expected failures are values: every `Answer` is `{ok: true, value}` or `{ok: false, problem}`,
 * no text in a problem holds the credential or a key. What is thrown is a mistake of the caller (a wrong type)
 * or of this package.
 */
export type Client = {
  readonly kind: Backend['kind'];
  /** Scheme, host and port, with a path prefix if there is one. */
  readonly address: string;
  /** All APIs (Dashboard `GET /api/apis`, Gateway `GET /tyk/apis`). At most 256 MB, 15 minutes. */
  readonly apis: (options?: Cancellable) => Promise<Answer<readonly Api[]>>;
  /**
   * All policies (Dashboard `GET /api/portal/policies`, Gateway `GET /tyk/policies`). The problem
   * `policiesNotListed`: a gateway before 4.1; ids of policies can be used all the same.
   */
  readonly policies: (options?: Cancellable) => Promise<Answer<readonly Policy[]>>;
  /** The APIs as they arrive, up to 500 a part; a problem is the last part. Ending the loop ends the request. */
  readonly streamApis: (options?: Cancellable) => AsyncIterable<Answer<Chunk<Api>>>;
  /** The policies, likewise. */
  readonly streamPolicies: (options?: Cancellable) => AsyncIterable<Answer<Chunk<Policy>>>;
  /**
   * One key: at most one POST (Dashboard `/api/keys`, Gateway `/tyk/keys/create`), never repeated, given up
   * after 60 s. The wish is held against the server's lists, which are asked for if the last answer is older
   * than a minute or lacks a wished id. A `signal` that comes after the POST was sent leaves the outcome
   * `unknown`.
   */
  readonly create: (wish: Wish, options?: Cancellable) => Promise<Outcome>;
  /**
   * What is stored under a key or its hash (`GET …/keys/{key}`); a member that the server leaves out is absent.
   * `rejected` with status 404: there is no such key. `storageDown`: the gateway's Redis is unwell, and its
   * "no such key" proves nothing. 15 s at most.
   */
  readonly read: (
    reference: {readonly key: Secret | string} | {readonly hash: string},
  ) => Promise<Answer<StoredKey>>;
  /**
   * Deletes a key (`DELETE …/keys/{key}`), once. Only `ok` says that it is gone; gateways may honour it for some
   * seconds more. Problems as in `read`; any other but a status leaves open whether it was deleted. 30 s at
   * most.
   */
  readonly revoke: (key: Secret | string) => Promise<Answer<undefined>>;
  /** Closes idle connections and waits for what is under way. They don't keep a program running. */
  readonly close: () => Promise<void>;
};
