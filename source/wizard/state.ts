import type {Backend, CreatedKey, RequestText} from '../key/backend.ts';
import type {Api} from '../key/api.ts';
import type {Draft} from '../key/draft.ts';
import type {DraftProblem, FieldName} from '../key/parse-draft.ts';
import type {LimitPart, LimitProblem} from '../key/limits-draft.ts';
import type {Metadata} from '../key/request.ts';
import type {NonEmpty} from '../key/non-empty.ts';
import type {Policy} from '../key/policy.ts';
import type {Problem} from '../key/problem.ts';
import type {KeyRequest} from '../key/request.ts';
import type {Secret} from '../key/secret.ts';
import type {ServerUrlProblem} from '../key/server-url.ts';
import type {Line} from './edit.ts';
import type {Filter, Found, Grouping, Shelf} from './find.ts';
import type {Note} from './note.ts';

export type Size = {readonly columns: number; readonly rows: number};

/** A list on its way here: what has come so far is on the shelf and can be used. */
export type Listing<T> = {
  readonly status: 'idle' | 'loading' | 'complete' | 'failed';
  readonly shelf: Shelf<T>;
  readonly receivedBytes: number;
  readonly problem: Problem | undefined;
};

/** Where the cursor of a long list is: on a row by its id (and group), never on a number. */
export type Place = {readonly id: string; readonly group: string};

export type ConnectScreen = {
  readonly kind: 'connect';
  readonly focus: 'url' | 'credential' | 'consent';
  readonly url: Line;
  /** Typed blind. */
  readonly credential: Secret;
  /** The word `http`, typed to accept an unencrypted connection. */
  readonly consent: Line;
  readonly busy: boolean;
  readonly problem:
    | {readonly kind: 'url'; readonly because: ServerUrlProblem}
    | {readonly kind: 'credentialMissing'}
    | {readonly kind: 'consentMissing'}
    | {readonly kind: 'answer'; readonly problem: Problem}
    | undefined;
};

/** APIs, or policies? */
export type WayScreen = {readonly kind: 'way'};

export type ChooseScreen = {
  readonly kind: 'choose';
  readonly query: Line;
  readonly grouping: Grouping;
  readonly filter: Filter;
  readonly found: Found;
  readonly cursor: Place | undefined;
};

export type PolicyScreen = {
  readonly kind: 'policies';
  readonly query: Line;
  readonly found: Found;
  readonly cursor: Place | undefined;
};

export type GroupingScreen = {readonly kind: 'grouping'};

/** Check marks over authentication types and categories; applied on the way back. */
export type FilterScreen = {
  readonly kind: 'filter';
  readonly filter: Filter;
  readonly cursor: number;
};

export type VersionsScreen = {
  readonly kind: 'versions';
  readonly api: Api;
  readonly marked: readonly string[];
  readonly cursor: number;
};

/** A row of the form that can have the focus; `review` is the way on. */
export type FormRow = Exclude<FieldName, 'access'> | 'review';

export type ConfigureScreen = {
  readonly kind: 'configure';
  readonly focus: FormRow;
  /** Caret in the text of the focused row. */
  readonly caret: number;
  /** Opened from the review to change one thing: Enter goes back there. */
  readonly forReview: boolean;
  /** Told only once somebody tried to go on. */
  readonly problems: readonly DraftProblem[];
};

export type ExpiryScreen = {readonly kind: 'expiry'};

export type OwnExpiryScreen = {
  readonly kind: 'ownExpiry';
  readonly line: Line;
  readonly problem: DraftProblem | undefined;
};

/** "Do not expire" is confirmed by typing the word. */
export type NeverScreen = {
  readonly kind: 'never';
  readonly line: Line;
  readonly refused: boolean;
};

export type MetadataScreen = {
  readonly kind: 'metadata';
  readonly rows: NonEmpty<Metadata>;
  readonly at: number;
  readonly part: 'name' | 'value';
  readonly caret: number;
  readonly problem: DraftProblem | undefined;
};

/** A row of the limits: a switch, a number, or the way back. */
export type LimitRow = LimitPart | 'rateOn' | 'throttleOn' | 'quotaOn' | 'done';

export type LimitsScreen = {
  readonly kind: 'limits';
  readonly focus: LimitRow;
  readonly caret: number;
  readonly problems: readonly LimitProblem[];
};

/** "Quota resets every". */
export type RenewalScreen = {readonly kind: 'renewal'};

export type OwnRenewalScreen = {
  readonly kind: 'ownRenewal';
  readonly line: Line;
  readonly problem: LimitProblem | undefined;
};

/** What a line of the review is about, and so where Enter leads from it. */
export type ReviewLine =
  | {readonly kind: 'create'}
  | {readonly kind: 'grant'; readonly index: number}
  | {
      readonly kind:
        | 'access'
        | 'opens'
        | 'expires'
        | 'limits'
        | 'alias'
        | 'tags'
        | 'metadata'
        | 'logging'
        | 'server';
    };

export type ReviewScreen = {
  readonly kind: 'review';
  readonly request: KeyRequest;
  readonly lines: NonEmpty<ReviewLine>;
  readonly cursor: number;
};

export type RequestScreen = {
  readonly kind: 'request';
  readonly text: RequestText | undefined;
  readonly shows: 'json' | 'curl';
  readonly top: number;
};

export type CreatingScreen = {
  readonly kind: 'creating';
  readonly request: KeyRequest;
  /** Monotonic milliseconds. */
  readonly since: number;
  readonly now: number;
  /** Somebody wants to leave: when the waiting ends by itself, monotonic milliseconds. */
  readonly leavingAt: number | undefined;
};

export type NotCreatedScreen = {
  readonly kind: 'notCreated';
  readonly request: KeyRequest;
  readonly problem: Problem;
};

export type UnknownScreen = {
  readonly kind: 'unknown';
  readonly request: KeyRequest;
  readonly problem: Problem;
  /** Unix milliseconds by the server's clock. */
  readonly sentAt: number;
  readonly tookMs: number;
  readonly sentExpires: number | undefined;
};

export type CopyResult =
  'sentTmux' | 'sentScreen' | 'sentTerminal' | 'commandDone' | 'failed' | 'none';

/** What a call through the gateway answered. */
export type Trial = {
  readonly apiName: string;
  readonly status: number | undefined;
  readonly shouldOpen: boolean;
};

export type CreatedScreen = {
  readonly kind: 'created';
  readonly request: KeyRequest;
  readonly key: CreatedKey;
  readonly revealed: boolean;
  /** The key has been on the screen at some time. */
  readonly seen: boolean;
  readonly copied: CopyResult | undefined;
  /** "Pasted it?" has been asked / was answered with yes. */
  readonly pasted: 'notAsked' | 'asking' | 'yes';
  readonly trials: readonly Trial[] | 'running' | undefined;
};

/** Leaving a key that nobody has seen for certain. */
export type LeaveScreen = {
  readonly kind: 'leave';
  readonly revoking: boolean;
  readonly problem: Problem | undefined;
};

export type Screen =
  | ConnectScreen
  | WayScreen
  | ChooseScreen
  | PolicyScreen
  | GroupingScreen
  | FilterScreen
  | VersionsScreen
  | ConfigureScreen
  | ExpiryScreen
  | OwnExpiryScreen
  | NeverScreen
  | MetadataScreen
  | LimitsScreen
  | RenewalScreen
  | OwnRenewalScreen
  | ReviewScreen
  | RequestScreen
  | CreatingScreen
  | NotCreatedScreen
  | UnknownScreen
  | CreatedScreen
  | LeaveScreen;

export type ScreenKind = Screen['kind'];

/** What the program ends with. The key itself is no part of it. */
export type Ending =
  | {readonly kind: 'cancelled'}
  | {readonly kind: 'notAuthorised'}
  | {readonly kind: 'notCreated'}
  | {
      readonly kind: 'unknown';
      readonly alias: string;
      readonly sentAt: number;
      readonly sentExpires: number | undefined;
    }
  | {
      readonly kind: 'created';
      readonly alias: string;
      readonly hash: string | undefined;
      readonly expires: number | undefined;
      readonly fate: 'seen' | 'sent' | 'neverShown' | 'revoked';
    };

export type State = {
  readonly size: Size;
  /** Which of Tyk's servers this is taken for; it says so itself if that is wrong. */
  readonly server: Backend['kind'];
  /** What the header says; empty until there is a server. */
  readonly address: string;
  readonly practice: boolean;
  /** Where consumers send the key, as given by `--gateway-url`. */
  readonly gatewayUrl: string | undefined;
  /** For keys whose APIs do not say their organisation (`TYK_ORG`). */
  readonly organisation: string;
  readonly plainHttpAllowed: boolean;
  /** The one that was sent last: kept for another try where the server was not reached. */
  readonly credential: Secret;
  readonly apis: Listing<Api>;
  readonly policies: Listing<Policy>;
  readonly draft: Draft;
  /** How far the server's clock is ahead of ours, milliseconds; unknown until it has been read. */
  readonly skewMs: number | undefined;
  /** The way here; the last one is on the screen. Going back takes it off. */
  readonly path: NonEmpty<Screen>;
  /** First line of the help that is shown; `undefined` = no help. */
  readonly help: number | undefined;
  /** One sentence about the last key press; the next one takes it away. */
  readonly note: Note | undefined;
  /** Since when guarded keys count, monotonic milliseconds; `undefined` = this screen is not drawn yet. */
  readonly guardedSince: number | undefined;
  /** A request whose outcome nobody knows was sent before. */
  readonly unknownBefore: UnknownScreen | undefined;
  readonly ending: Ending | undefined;
};
