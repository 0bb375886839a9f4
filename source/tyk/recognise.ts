import type {Server} from './link.ts';
import type {Reply, Sent} from './exchange.ts';
import {buildRequest, send} from './http.ts';
import {jsonOf} from './parse/json.ts';
import {serverMessage} from './parse/server-message.ts';
import {fieldsOf} from './parse/shape.ts';
import {quoting} from './quote.ts';
import {defaultBounds, defaultTimings} from './timings.ts';

export type ServerKind = 'dashboard' | 'gateway' | 'unknown';

type Sign = {
  readonly path: string;
  readonly kindOf: (reply: Reply) => ServerKind;
};

/** What a server gives away to anybody (tyk-facts 2.8, 5.1, 5.4); the first sign that speaks counts. */
const signs: readonly Sign[] = [
  {
    path: '/hello',
    kindOf: reply => {
      const json = jsonOf(reply);
      return json.ok && fieldsOf(json.value).description === 'Tyk GW' ? 'gateway' : 'unknown';
    },
  },
  {
    path: '/api/apis?p=1',
    kindOf: reply =>
      reply.status === 401 && serverMessage(reply).from === 'dashboard' ? 'dashboard' : 'unknown',
  },
  {
    path: '/tyk/apis',
    kindOf: reply =>
      /^attempted administrative access/i.test(serverMessage(reply).text) ? 'gateway' : 'unknown',
  },
];

/** Which kind of Tyk server answers at this address. Sends no credential; `unknown` also when nobody answers. */
export const recogniseServer = async (
  server: Pick<Server, 'url' | 'dispatchers' | 'now' | 'timings' | 'bounds'>,
  signal: AbortSignal,
): Promise<ServerKind> => {
  for (const {path, kindOf} of signs) {
    const sent = await lookAt(server, path, signal);
    const kind = sent.ok ? kindOf(sent.value) : 'unknown';
    if (kind !== 'unknown' || !sent.ok) return kind;
  }
  return 'unknown';
};

const lookAt = (
  {
    url,
    dispatchers,
    now,
    timings = defaultTimings,
    bounds = defaultBounds,
  }: Parameters<typeof recogniseServer>[0],
  path: string,
  signal: AbortSignal,
): Promise<Sent> =>
  send(dispatchers.lists, buildRequest(url, 'GET', path, {}), {
    signal,
    deadlines: timings.look,
    limitBytes: bounds.answerBytes,
    quote: quoting([]),
    now,
  });
