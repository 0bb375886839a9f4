import type {DraftProblem} from '../key/parse-draft.ts';
import type {PlainKeyRefusal} from '../key/plain-key.ts';
import type {PolicyRefusal} from '../key/policy-refusal.ts';

export type WishedApi = {
  /** `api_id`: `Api.id` of the list. */
  readonly id: string;
  /**
   * `Api.versions` that the key opens. Absent: the default version of a versioned API; elsewhere the
   * gateway does not look at them.
   */
  readonly versions?: readonly string[] | undefined;
};

/** Exactly one of the two: Tyk takes "neither" as every API, and lets a policy overwrite what is beside it. */
export type WishedAccess =
  | {readonly apis: readonly WishedApi[]; readonly policy?: undefined}
  /** `Policy.id` of the list; at a gateway before 4.1, which lists none, any id. */
  | {readonly policy: string; readonly apis?: undefined};

/**
 * When the key ends, by the server's clock. `after`: `90d`, `5h,34m,30s`, `1mo 2w` (y, mo, w, d, h, m, s;
 * months are calendar months), counted from the moment of the request. `at`: Unix seconds. Not more than
 * 100 years ahead. A policy that says when its keys end (`Policy.keyExpiresIn`) overrides it.
 */
export type WishedExpiry = 'never' | {readonly after: string} | {readonly at: number};

/**
 * The key's own limits; a policy overrides those that it governs. All numbers are whole and at least 1 (0
 * would be "no limit" to Tyk, without a word). What is absent is as the Dashboard's form preselects: 1,000
 * requests per 60 s and nothing else.
 */
export type WishedLimits = {
  /** At most `requests` in any `perSeconds` seconds. */
  readonly rate?: {readonly requests: number; readonly perSeconds: number} | 'none' | undefined;
  /** A call over the rate is tried again up to `retries` times, `intervalSeconds` apart. */
  readonly throttle?: {readonly retries: number; readonly intervalSeconds: number} | undefined;
  /** At most `requests` until the counter resets, every `renewsEverySeconds`; after `never` the key is used up. */
  readonly quota?:
    {readonly requests: number; readonly renewsEverySeconds: number | 'never'} | undefined;
  /** GraphQL query depth. */
  readonly queryDepth?: number | undefined;
};

/** One key, as a program wishes for it. Texts are one line of what can be seen, at most 10,000 characters. */
export type Wish = WishedAccess & {
  /** 1 to 100 characters: the only name people will know the key by. */
  readonly alias: string;
  readonly expires: WishedExpiry;
  /** Without commas; each is stored once. */
  readonly tags?: readonly string[] | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly limits?: WishedLimits | undefined;
  /** Calls with the key are recorded whole, bodies too. Default: no. */
  readonly detailedLogging?: boolean | undefined;
  /**
   * `org_id`, where neither the APIs nor the policy say theirs. Default: that of `connect`, else the only one
   * in the list of APIs.
   */
  readonly organisation?: string | undefined;
};

/** Why a wish was refused before anything was sent: as data, one row for each thing to mend. */
export type WishProblem =
  | DraftProblem
  | {readonly field: 'access'; readonly because: 'bothChosen'}
  /** Not in the server's list, or named twice. */
  | {
      readonly field: 'access';
      readonly because: 'unknownApi' | 'apiTwice' | 'unknownPolicy' | 'noVersion';
      readonly id: string;
    }
  | {
      readonly field: 'access';
      readonly because: 'unknownVersion';
      readonly id: string;
      readonly version: string;
    }
  /** A plain key does not open this API (on basic auth it would be a user with an empty password). */
  | {
      readonly field: 'access';
      readonly because: 'needsMore';
      readonly id: string;
      readonly asks: PlainKeyRefusal;
    }
  | {
      readonly field: 'access';
      readonly because: 'policyRefused';
      readonly id: string;
      readonly policy: PolicyRefusal;
    }
  /** The APIs or the policy belong to another organisation than the wish says. */
  | {readonly field: 'organisation'; readonly because: 'another'}
  /** Control, format or invisible characters, line breaks, or too long; `at` counts tags or metadata. */
  | {
      readonly field: 'alias' | 'organisation' | 'tags' | 'metadata';
      readonly because: 'notPlainText';
      readonly at: number;
    }
  | {readonly field: 'tags'; readonly because: 'comma'; readonly at: number};
