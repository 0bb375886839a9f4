import {afterEach} from 'vitest';
import {
  type Practice,
  type PracticeOptions,
  startPractice,
  startPracticeGateway,
} from '../../source/practice/practice.ts';

/** A clock that stands still until a test moves it. */
export type Clock = {ms: number};

export type Told = {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  readonly headers: Headers;
  /** The body as JSON; reading a member of something else fails the test. */
  readonly json: Json;
};

/** Parsed JSON whose members can be followed; each is `undefined` where the body has none. */
export type Json = {readonly [name: string]: Json | undefined} & {readonly [index: number]: Json};

export type Asking = {
  readonly practice: Practice;
  readonly clock: Clock;
  /** The control API, with the credential unless the headers say another. */
  readonly ask: (method: string, path: string, body?: unknown, headers?: Sent) => Promise<Told>;
  /** The data plane, as a consumer; a `key` goes into `Authorization`. */
  readonly call: (path: string, key?: string, headers?: Sent) => Promise<Told>;
};

type Sent = Readonly<Record<string, string>>;
type Options = Partial<Omit<PracticeOptions, 'now'>>;

const started: Practice[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map(practice => practice.close()));
});

export const NOW = Date.UTC(2026, 10, 23, 14, 2, 7);
export const NOW_SECONDS = NOW / 1000;

export const dashboard = (options: Options = {}): Promise<Asking> =>
  asking(options, startPractice, 'authorization');

export const gateway = (options: Options = {}): Promise<Asking> =>
  asking(options, startPracticeGateway, 'x-tyk-authorization');

const asking = async (
  options: Options,
  start: typeof startPractice,
  credentialHeader: string,
): Promise<Asking> => {
  const clock = {ms: NOW};
  const practice = await start({...options, now: () => clock.ms});
  started.push(practice);
  return {
    practice,
    clock,
    ask: (method, path, body, headers = {}) =>
      tell(practice.url + path, {
        method,
        headers: {[credentialHeader]: practice.credential, ...headers},
        ...(body === undefined
          ? {}
          : {body: typeof body === 'string' ? body : JSON.stringify(body)}),
      }),
    call: (path, key, headers = {}) =>
      tell(practice.gatewayUrl + path, {
        headers: {...(key === undefined ? {} : {authorization: key}), ...headers},
      }),
  };
};

const tell = async (url: string, init: RequestInit): Promise<Told> => {
  const response = await fetch(url, init);
  const text = await response.text();
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    text,
    headers: response.headers,
    get json() {
      return JSON.parse(text) as Json; // a test may look for any member
    },
  };
};
