import {describe, expect, it} from 'vitest';
import type {World} from '../source/effects.ts';
import {Effects} from '../source/effects.ts';
import type {Api} from '../source/key/api.ts';
import type {Backend, Chunk, Creation} from '../source/key/backend.ts';
import type {Answer, Problem} from '../source/key/problem.ts';
import {Secret} from '../source/key/secret.ts';
import type {Effect, Event} from '../source/wizard/event.ts';
import {api, createdKey, keyText} from './helpers/estate.ts';
import {atReview, monday} from './helpers/wizard.ts';

const {request} = atReview().on('review');
const unreachable: Problem = {kind: 'unreachable', reason: 'dns', detail: 'ENOTFOUND'};

/** A promise that is kept from outside. */
const later = <T>() => {
  let keep: (value: T) => void = () => undefined;
  let refuse: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((onValue, onError) => {
    keep = onValue;
    refuse = onError;
  });
  return {promise, keep, refuse};
};

/** What was promised has been heard of. */
const settled = (): Promise<void> =>
  new Promise(resolve => {
    setImmediate(resolve);
  });

type Wanted<T> = readonly (Answer<Chunk<T>> | (() => void))[];

const chunk = <T>(rows: readonly T[], receivedBytes = 1): Answer<Chunk<T>> => ({
  ok: true,
  value: {rows, receivedBytes},
});

/** A list in parts; between them whatever is to happen meanwhile. */
async function* inParts<T>(parts: Wanted<T>): AsyncGenerator<Answer<Chunk<T>>> {
  for (const part of parts) {
    await settled();
    if (typeof part === 'function') part();
    else yield part;
  }
}

const notAsked = (what: string) => (): never => {
  throw new Error(`nobody asked for ${what}`);
};

const backend = (some: Partial<Backend> = {}): Backend => ({
  kind: 'dashboard',
  address: 'https://dashboard.example.com',
  loadApis: () => inParts<Api>([]),
  loadPolicies: notAsked('policies'),
  readClockSkew: notAsked('the clock'),
  describe: notAsked('a description'),
  createKey: notAsked('a key'),
  readKey: notAsked('what is stored'),
  revokeKey: notAsked('a revocation'),
  ...some,
});

class Stage {
  readonly events: Event[] = [];
  readonly ticks = new Set<() => void>();
  readonly #effects: Effects;
  now = 0;

  constructor(server: Backend | undefined, some: Partial<World> = {}) {
    const world: World = {
      connect: () =>
        Promise.resolve(
          server === undefined ? {ok: false, problem: unreachable} : {ok: true, value: server},
        ),
      copy: notAsked('a copy'),
      tryKey: notAsked('a trial'),
      redraw: notAsked('a frame'),
      suspend: notAsked('a pause'),
      exit: notAsked('an end'),
      steady: () => this.now,
      wall: () => monday + this.now,
      every: (_ms, tick) => {
        this.ticks.add(tick);
        return () => this.ticks.delete(tick);
      },
      ...some,
    };
    this.#effects = new Effects(world, event => this.events.push(event));
  }

  get kinds(): readonly string[] {
    return this.events.map(event => event.kind);
  }

  perform(effect: Effect): this {
    this.#effects.perform(effect);
    return this;
  }

  async connected(): Promise<this> {
    this.perform(connect);
    await this.settle();
    this.events.length = 0;
    return this;
  }

  async settle(turns = 12): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) await settled();
  }
}

const connect: Effect = {
  kind: 'connect',
  server: 'dashboard',
  address: 'https://dashboard.example.com',
  credential: new Secret('cr3dential'),
};

const rowsOf = (stage: Stage): readonly (readonly string[])[] =>
  stage.events.flatMap(event =>
    event.kind === 'apisArrived' ? [event.chunk.rows.map(row => row.name)] : [],
  );

const [a, b, c, d] = [
  api({name: 'A'}),
  api({name: 'B'}),
  api({name: 'C'}),
  api({name: 'D'}),
] as const;

describe('connecting', () => {
  it('says where it is connected, hands on the list and says its end', async () => {
    const stage = new Stage(backend({loadApis: () => inParts([chunk([a], 10), chunk([b], 20)])}));
    stage.perform(connect);
    await stage.settle();
    expect(stage.kinds).toEqual(['connected', 'apisArrived', 'apisArrived', 'apisEnded']);
    expect(stage.events.at(-1)).toEqual({kind: 'apisEnded', problem: undefined});
    expect(rowsOf(stage)).toEqual([['A'], ['B']]);
  });

  it('a server that is not reached is the end of the list', async () => {
    const stage = new Stage(undefined).perform(connect);
    await stage.settle();
    expect(stage.events).toEqual([{kind: 'apisEnded', problem: unreachable}]);
  });

  it('rows that come fast are handed on together, four times a second', async () => {
    const stage = new Stage(
      backend({
        loadApis: () =>
          inParts<Api>([
            chunk([a], 1),
            chunk([b], 2),
            chunk([c], 3),
            () => (stage.now = 250),
            chunk([d], 4),
          ]),
      }),
    );
    stage.perform(connect);
    await stage.settle();
    expect(rowsOf(stage)).toEqual([['A'], ['B', 'C', 'D'], []]);
    const bytes = stage.events.flatMap(event =>
      event.kind === 'apisArrived' ? [event.chunk.receivedBytes] : [],
    );
    expect(bytes).toEqual([1, 4, 4]);
  });

  it('what had come before a failure is handed on before it is said', async () => {
    const stage = new Stage(
      backend({
        loadApis: () => inParts<Api>([chunk([a]), chunk([b]), {ok: false, problem: unreachable}]),
      }),
    );
    stage.perform(connect);
    await stage.settle();
    expect(rowsOf(stage)).toEqual([['A'], ['B']]);
    expect(stage.events.at(-1)).toEqual({kind: 'apisEnded', problem: unreachable});
  });

  it('stopping ends the list as cancelled, once', async () => {
    const stage = new Stage(
      backend({
        loadApis: () =>
          inParts<Api>([chunk([a]), () => stage.perform({kind: 'stopLoading'}), chunk([b])]),
      }),
    );
    stage.perform(connect);
    await stage.settle();
    expect(rowsOf(stage)).toEqual([['A']]);
    expect(stage.events.at(-1)).toEqual({kind: 'apisEnded', problem: {kind: 'cancelled'}});
  });

  it('stopping before there is a connection is said once', async () => {
    const stage = new Stage(backend()).perform(connect).perform({kind: 'stopLoading'});
    await stage.settle();
    expect(stage.events).toEqual([{kind: 'apisEnded', problem: {kind: 'cancelled'}}]);
  });

  it('the end of an attempt that another one replaced is nobody’s business', async () => {
    let attempt = 0;
    const stage = new Stage(
      backend({
        loadApis: () => {
          attempt += 1;
          return attempt === 1
            ? inParts<Api>([chunk([a]), () => stage.perform(connect), chunk([b])])
            : inParts([chunk([c])]);
        },
      }),
    );
    stage.perform(connect);
    await stage.settle(20);
    expect(stage.kinds.filter(kind => kind === 'apisEnded')).toHaveLength(1);
    expect(rowsOf(stage).flat()).toEqual(['A', 'C']);
  });

  it('leaving stops the list', async () => {
    const ended: string[] = [];
    const stage = new Stage(
      backend({
        loadApis: signal => {
          signal.addEventListener('abort', () => ended.push('list'));
          return inParts<Api>([() => stage.perform({kind: 'exit'}), chunk([a])]);
        },
      }),
      {exit: () => ended.push('program')},
    );
    stage.perform(connect);
    await stage.settle();
    expect(ended).toEqual(['list', 'program']);
    expect(rowsOf(stage)).toEqual([]);
  });
});

describe('policies', () => {
  it('can be asked for before the server is reached', async () => {
    const reached = later<Answer<Backend>>();
    const server = backend({loadPolicies: () => inParts([chunk([])])});
    const stage = new Stage(undefined, {connect: () => reached.promise});
    stage.perform(connect).perform({kind: 'loadPolicies'});
    await stage.settle();
    expect(stage.events).toEqual([]);
    reached.keep({ok: true, value: server});
    await stage.settle();
    expect(stage.kinds).toContain('policiesArrived');
    expect(stage.events).toContainEqual({kind: 'policiesEnded', problem: undefined});
  });

  it('asked for right after a stop do not hide that the APIs have ended', async () => {
    const server = backend({
      loadApis: () =>
        inParts<Api>([
          chunk([a]),
          () => stage.perform({kind: 'stopLoading'}).perform({kind: 'loadPolicies'}),
          chunk([b]),
        ]),
      loadPolicies: () => inParts([chunk([])]),
    });
    const stage = new Stage(server);
    stage.perform(connect);
    await stage.settle();
    expect(stage.events).toContainEqual({kind: 'apisEnded', problem: {kind: 'cancelled'}});
    expect(stage.events).toContainEqual({kind: 'policiesEnded', problem: undefined});
  });

  it('are not asked of a server that is not reached', async () => {
    const stage = new Stage(undefined).perform(connect).perform({kind: 'loadPolicies'});
    await stage.settle();
    expect(stage.kinds).toEqual(['apisEnded']);
  });

  it('that can’t be had are said with their problem', async () => {
    const loadPolicies = () => inParts<never>([{ok: false, problem: unreachable}]);
    const stage = await new Stage(backend({loadPolicies})).connected();
    stage.perform({kind: 'loadPolicies'});
    await stage.settle();
    expect(stage.events).toEqual([{kind: 'policiesEnded', problem: unreachable}]);
  });
});

describe('creating a key', () => {
  const created: Creation = {outcome: 'created', key: createdKey()};

  const at = async (createKey: Backend['createKey']): Promise<Stage> =>
    new Stage(backend({createKey})).connected();

  it('calls once, ticks while it runs, and no longer', async () => {
    const calls: unknown[] = [];
    const answer = later<Creation>();
    const stage = await at(asked => {
      calls.push(asked);
      return answer.promise;
    });
    stage.perform({kind: 'createKey', request});
    for (const now of [250, 500]) {
      stage.now = now;
      for (const tick of stage.ticks) tick();
    }
    expect(stage.events).toEqual([
      {kind: 'tick', now: 250},
      {kind: 'tick', now: 500},
    ]);
    answer.keep(created);
    await stage.settle();
    expect(stage.events.at(-1)).toEqual({kind: 'creationEnded', creation: created});
    expect(stage.ticks.size).toBe(0);
    expect(calls).toEqual([request]);
  });

  it('giving up is told to the call, which says what came of it', async () => {
    const stage = await at(
      (_request, signal) =>
        new Promise(resolve => {
          signal.addEventListener('abort', () => {
            const times = {sentAt: monday, tookMs: 1, sentExpires: undefined};
            resolve({outcome: 'unknown', problem: {kind: 'cancelled'}, ...times});
          });
        }),
    );
    stage.perform({kind: 'createKey', request});
    await stage.settle();
    expect(stage.events).toEqual([]);
    stage.perform({kind: 'abandonCreation'}).perform({kind: 'abandonCreation'});
    await stage.settle();
    expect(stage.events).toMatchObject([{creation: {outcome: 'unknown'}}]);
    expect(stage.ticks.size).toBe(0);
  });

  it('a second creation is not given up with the first one', async () => {
    const signals: AbortSignal[] = [];
    const stage = await at((_request, signal) => {
      signals.push(signal);
      return Promise.resolve({outcome: 'notCreated', problem: unreachable});
    });
    stage.perform({kind: 'createKey', request}).perform({kind: 'abandonCreation'});
    await stage.settle();
    stage.perform({kind: 'createKey', request});
    await stage.settle();
    expect(signals.map(signal => signal.aborted)).toEqual([true, false]);
  });

  it.each([
    ['throws', () => notAsked('this')()],
    ['breaks its promise', () => Promise.reject(new TypeError(`no ${keyText}`))],
  ])('a mistake of ours that %s is unknown, never "not created"', async (_, createKey) => {
    const stage = await at(createKey);
    stage.now = 40;
    stage.perform({kind: 'createKey', request});
    await stage.settle();
    expect(stage.events).toMatchObject([
      {kind: 'creationEnded', creation: {outcome: 'unknown', sentAt: monday + 40}},
    ]);
    expect(JSON.stringify(stage.events)).not.toContain('k3yT3xt');
    expect(stage.ticks.size).toBe(0);
  });
});

describe('the rest', () => {
  it('the clock is said when it is known, and not otherwise', async () => {
    const answers: Answer<number>[] = [
      {ok: false, problem: unreachable},
      {ok: true, value: 7000},
    ];
    const readClockSkew = () => Promise.resolve(answers.shift() ?? {ok: true as const, value: 0});
    const stage = await new Stage(backend({readClockSkew})).connected();
    stage.perform({kind: 'readClock'}).perform({kind: 'readClock'});
    await stage.settle();
    expect(stage.events).toEqual([{kind: 'clockRead', skewMs: 7000}]);
  });

  it('the request is described by the server’s own side', async () => {
    const describeIt: Backend['describe'] = (asked, skewMs) => ({
      json: asked.alias,
      curl: String(skewMs),
    });
    const stage = await new Stage(backend({describe: describeIt})).connected();
    stage.perform({kind: 'describe', request, skewMs: 5});
    expect(stage.events).toEqual([{kind: 'described', text: {json: 'orders team', curl: '5'}}]);
  });

  it('the key is copied, revoked and tried as it is', async () => {
    const seen: string[] = [];
    const revokeKey: Backend['revokeKey'] = secret => {
      seen.push(`revoke ${secret.reveal()}`);
      return Promise.resolve({ok: true, value: undefined});
    };
    const stage = await new Stage(backend({revokeKey}), {
      copy: text => {
        seen.push(`copy ${text}`);
        return Promise.resolve('sentTmux');
      },
      tryKey: secret => {
        seen.push(`try ${secret.reveal()}`);
        return Promise.resolve([]);
      },
    }).connected();
    const secret = new Secret('k');
    stage.perform({kind: 'copyKey', secret}).perform({kind: 'revokeKey', secret});
    stage.perform({kind: 'tryKey', secret, calls: []}).perform({kind: 'copyId', id: 'id-1'});
    await stage.settle();
    expect(seen).toEqual(['copy k', 'revoke k', 'try k', 'copy id-1']);
    expect(stage.events).toEqual(
      expect.arrayContaining([
        {kind: 'keyCopied', result: 'sentTmux'},
        {kind: 'idCopied', id: 'id-1', result: 'sentTmux'},
        {kind: 'revokeEnded', answer: {ok: true, value: undefined}},
        {kind: 'tried', trials: []},
      ]),
    );
  });

  it('a clipboard that throws is one that could not be reached', async () => {
    const copy = () => Promise.reject(new Error('spawn EMFILE'));
    const stage = new Stage(undefined, {copy});
    stage.perform({kind: 'copyKey', secret: new Secret('k')});
    await stage.settle();
    expect(stage.events).toEqual([{kind: 'keyCopied', result: 'failed'}]);
  });

  it('the screen is drawn anew and put away at once', () => {
    const done: string[] = [];
    const stage = new Stage(undefined, {
      redraw: () => done.push('redraw'),
      suspend: () => done.push('suspend'),
    });
    stage.perform({kind: 'redraw'}).perform({kind: 'suspend'});
    expect(done).toEqual(['redraw', 'suspend']);
  });
});
