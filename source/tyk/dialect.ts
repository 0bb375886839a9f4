import type {Api} from '../key/api.ts';
import type {StoredKey} from '../key/backend.ts';
import type {Policy} from '../key/policy.ts';
import type {Answer, Problem} from '../key/problem.ts';
import type {CreatedAnswer} from './parse/created-key.ts';
import type {CredentialHeader} from './request-text.ts';

/** One page of a list, its items not yet looked at. */
export type Page = {
  readonly items: readonly unknown[];
  /** 1 where the server does not page. */
  readonly pages: number;
};

export type ListDialect<T> = {
  /** The first call asks for everything; further pages only if the answer says that there are some. */
  readonly path: (page: number) => string;
  readonly readPage: (value: unknown) => Answer<Page>;
  /** `undefined` = unusable garbage. */
  readonly readRow: (item: unknown) => T | undefined;
  /** What a 404 means where the server's other list is there. */
  readonly absent?: Problem;
  /** What is said to be unreadable when no row is usable. */
  readonly rowName: string;
};

/** All in which the two servers differ: data and readers around the same calls. */
export type Dialect = CredentialHeader & {
  readonly kind: 'dashboard' | 'gateway';
  readonly apis: ListDialect<Api>;
  readonly policies: ListDialect<Policy>;
  readonly createPath: string;
  readonly keyPath: (key: string) => string;
  readonly readCreated: (value: unknown) => Answer<CreatedAnswer>;
  /** Whether the list of APIs must have been there before anything is created. */
  readonly createNeedsApis: boolean;
  /** Whether the answer to the POST holds what was stored; else it has to be asked for. */
  readonly createdHoldsStored: boolean;
  /** The answer to a GET of a key. */
  readonly readStored: (value: unknown) => Answer<StoredKey>;
};
