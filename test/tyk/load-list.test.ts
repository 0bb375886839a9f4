import {describe, expect, it} from 'vitest';
import {Secret} from '../../source/key/secret.ts';
import type {Server} from '../../source/tyk/link.ts';
import {
  backendAt,
  credential,
  defaultBounds,
  defaultTimings,
  drain,
  fakeClock,
  never,
  quickly,
} from './support/backend.ts';
import {hangUp, json, plain, routes, serve, type Answering} from './support/server.ts';

const item = (id: string) => ({api_definition: {api_id: id, name: `API ${id}`}});
const items = (count: number) => Array.from({length: count}, (_, n) => item(`id-${String(n)}`));

const load = async (answer: Answering, changes: Partial<Server> = {}, prefix = '') => {
  const server = await serve(answer, prefix);
  const backend = backendAt(server.url, 'dashboard', changes);
  const loaded = await drain(backend.loadApis(never()));
  expect(JSON.stringify(loaded)).not.toContain(credential);
  return {...loaded, ids: loaded.rows.map(({id}) => id), received: server.received};
};

const paths = (received: readonly {readonly path: string}[]) => received.map(({path}) => path);

describe('the whole list in one answer', () => {
  it.each(['', '/', '/tyk', '/tyk/'])('is asked for once, under the prefix %j', async prefix => {
    const {ids, received} = await load(json({apis: items(2), pages: 1}), {}, prefix);
    expect(ids).toEqual(['id-0', 'id-1']);
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      method: 'GET',
      path: `${prefix.replace(/\/$/, '')}/api/apis?p=-1`,
      headers: {authorization: credential},
    });
  });

  it('comes in parts of 500, with a turn of the event loop between them', async () => {
    let turns = 0;
    const {sizes, ids} = await load(json({apis: items(1_201), pages: 0}), {
      turn: () => {
        turns += 1;
        return Promise.resolve();
      },
    });
    expect(sizes.filter(size => size > 0)).toEqual([500, 500, 201]);
    expect(new Set(ids).size).toBe(1_201);
    expect(turns).toBe(2);
  });

  it('may be empty, and says so by one part without rows', async () => {
    for (const apis of [null, []]) {
      const {problems, rows, sizes} = await load(json({apis, pages: 0}));
      expect([problems, rows, sizes.length > 0]).toEqual([[], [], true]);
    }
  });

  it('may hold garbage and doubles, which are left out', async () => {
    const {ids, problems} = await load(
      json({apis: [null, item('a'), 7, item('a'), {api_definition: null}, item('b')]}),
    );
    expect([ids, problems]).toEqual([['a', 'b'], []]);
  });
});

describe('progress', () => {
  const pieces = (clock: ReturnType<typeof fakeClock>, stepMs: number): Answering => {
    const whole = JSON.stringify({apis: items(20), pages: 1});
    const size = Math.ceil(whole.length / 8);
    return (_, response) => {
      const write = (start: number) => {
        clock.advance(stepMs);
        if (start >= whole.length) response.end();
        else
          response.write(whole.slice(start, start + size), () => setImmediate(write, start + size));
      };
      write(0);
    };
  };

  it('is told in bytes while they come, four times a second at most', async () => {
    const clock = fakeClock();
    const {receivedBytes, sizes} = await load(pieces(clock, 100), {now: clock.now});
    expect(receivedBytes).toEqual([...receivedBytes].sort((a, b) => a - b));
    const reports = sizes.filter(size => size === 0).length;
    expect(reports).toBeGreaterThanOrEqual(1);
    expect(reports).toBeLessThanOrEqual(4);
  });

  it('counts everything in the end', async () => {
    const body = JSON.stringify({apis: items(3), pages: 1});
    const {receivedBytes} = await load(plain(body));
    expect(receivedBytes.at(-1)).toBe(body.length);
  });
});

describe('a server that pages', () => {
  const paged =
    (pages: (page: number) => number, rows: (page: number) => readonly object[]): Answering =>
    (request, response) => {
      const page = Math.max(1, Number(new URL(request.path, 'http://x').searchParams.get('p')));
      json({apis: rows(page), pages: pages(page)})(request, response);
    };

  it('is asked page by page, bytes counted over all', async () => {
    const {ids, received, receivedBytes} = await load(
      paged(
        () => 3,
        page => [item(String(page))],
      ),
    );
    expect(ids).toEqual(['1', '2', '3']);
    expect(paths(received)).toEqual(['/api/apis?p=-1', '/api/apis?p=2', '/api/apis?p=3']);
    expect(receivedBytes.at(-1)).toBeGreaterThan(2 * (receivedBytes[0] ?? 0));
  });

  it('that had given everything at once is believed when the second page brings nothing new', async () => {
    const {ids, received, problems} = await load(
      paged(
        () => 5,
        () => [item('a'), item('b')],
      ),
    );
    expect([ids, received.length, problems]).toEqual([['a', 'b'], 2, []]);
  });

  it('may forget the number of pages on later ones', async () => {
    const {ids} = await load(
      paged(
        page => (page === 1 ? 2 : 0),
        page => [item(String(page))],
      ),
    );
    expect(ids).toEqual(['1', '2']);
  });

  it('without end is left, with what it gave', async () => {
    const {ids, problems} = await load(
      paged(
        page => page + 1,
        page => [item(String(page))],
      ),
    );
    expect(problems).toEqual([{kind: 'unreadable', status: 200, what: 'pages that never end'}]);
    expect(ids).toHaveLength(102);
  });

  it('that announces too many pages is left as well', async () => {
    const bounds = {...defaultBounds, pages: 3};
    const {ids, problems} = await load(
      paged(
        () => 1e9,
        page => [item(String(page))],
      ),
      {bounds},
    );
    expect([ids.length, problems.length]).toEqual([3, 1]);
  });

  it('and fails on a later page ends with that problem', async () => {
    const {ids, problems} = await load(
      routes({
        'GET /api/apis?p=-1': json({apis: [item('a')], pages: 2}),
        'GET /api/apis?p=2': json({Status: 'Error', Message: 'Could not retrieve APIs.'}, 400),
      }),
    );
    expect(ids).toEqual(['a']);
    expect(problems).toEqual([
      {kind: 'rejected', status: 400, message: 'Could not retrieve APIs.'},
    ]);
  });
});

describe('an answer that is no list', () => {
  const unreadable = (what: string) => ({kind: 'unreadable', status: 200, what});

  it.each<[string, Answering, object]>([
    ['HTML', plain('<!doctype html><title>Tyk</title>'), unreadable('HTML instead of JSON')],
    ['empty', plain(''), unreadable('empty body')],
    ['half', plain('{"apis":[{"api_definition":{"api_id'), unreadable('JSON that ends too early')],
    ['null', json(null), unreadable('apis')],
    ['of another shape', json({items: []}), unreadable('apis')],
    ['with a list that is none', json({apis: {a: 1}}), unreadable('apis')],
    [
      'with nothing but garbage',
      json({apis: [null, 1]}),
      unreadable('apis[].api_definition.api_id'),
    ],
    ['bare, as a Gateway gives it', json([{api_id: '1'}]), {kind: 'otherServer', found: 'gateway'}],
  ])('%s', async (_, answer, problem) => {
    expect((await load(answer)).problems).toEqual([problem]);
  });

  it.each<[number, unknown, object]>([
    [
      401,
      {Status: 'Error', Message: 'Not authorised'},
      {kind: 'notAuthorised', status: 401, message: 'Not authorised'},
    ],
    [
      403,
      {Status: 'Error', Message: 'access denied: You do not have permission to access  /api/apis'},
      {
        kind: 'forbidden',
        status: 403,
        message: 'access denied: You do not have permission to access  /api/apis',
      },
    ],
    [
      403,
      {status: 'error', message: 'Attempted administrative access with invalid or missing key!'},
      {kind: 'otherServer', found: 'gateway'},
    ],
    [500, {Status: 'Error', Message: 'oh'}, {kind: 'rejected', status: 500, message: 'oh'}],
  ])('%i %j', async (status, body, problem) => {
    expect((await load(json(body, status))).problems).toEqual([problem]);
  });

  it.each([
    ['https://login.example.com/sso?from=secret', 'https://login.example.com'],
    ['/login', 'own'],
    ['http://[', ''],
  ])('but leads to %s is not followed; only its origin is told', async (location, to) => {
    const {problems, received} = await load(plain('', 302, {location}));
    const own = `http://${received[0]?.headers.host ?? ''}`;
    expect(problems).toEqual([{kind: 'redirected', status: 302, to: to === 'own' ? own : to}]);
    expect(received).toHaveLength(1);
  });

  it('but a 404 comes from a Gateway if that says who it is', async () => {
    const {problems, received} = await load(
      routes({'GET /hello': json({status: 'pass', description: 'Tyk GW', details: {}})}),
    );
    expect(problems).toEqual([{kind: 'otherServer', found: 'gateway'}]);
    expect(received.at(-1)?.headers.authorization).toBeUndefined();
  });

  it('but a 404 of somebody else is told as it is', async () => {
    const {problems} = await load(plain('nothing here', 404));
    expect(problems).toEqual([{kind: 'rejected', status: 404, message: 'nothing here'}]);
  });

  it('holds a credential or a key only masked', async () => {
    const key = 'eyJvcmciOiI1ZTlkOTU0NGExZGNkNjAwMDFkMGVkMjAiLCJpZCI6IjUwMWMzYzJhIn0=';
    const message = `bad ${credential} or ${key}`;
    const {problems} = await load(json({Status: 'Error', Message: message}, 401));
    expect(problems).toMatchObject([{message: 'bad •••••••• or ••••••••'}]);
  });
});

describe('a connection', () => {
  it('that ends before anything came is tried once more', async () => {
    let first = true;
    const {ids, received} = await load((request, response) => {
      const answer = first ? hangUp : json({apis: [item('a')]});
      first = false;
      answer(request, response);
    });
    expect([ids, received.length]).toEqual([['a'], 2]);
  });

  it('that always ends is a problem after the second time', async () => {
    const {problems, received} = await load(hangUp);
    expect([problems, received.length]).toMatchObject([[{kind: 'cut'}], 2]);
  });

  it('that ends within the list is not tried again', async () => {
    const {problems, received} = await load((_, response) => {
      response.writeHead(200).write('{"apis":[', () => response.destroy());
    });
    expect([problems, received.length]).toMatchObject([[{kind: 'cut'}], 1]);
  });

  it('that drips ends with the time for lists', async () => {
    const timings = {...defaultTimings, list: quickly};
    const {problems} = await load(
      (_, response) => {
        const drip = setInterval(() => response.write(' '), 5);
        response.on('close', () => {
          clearInterval(drip);
        });
      },
      {timings},
    );
    expect(problems).toEqual([{kind: 'timedOut', afterMs: 100}]);
  });

  it('that brings too much is left', async () => {
    const bounds = {...defaultBounds, listBytes: 1_000};
    const {problems} = await load(json({apis: items(100)}), {bounds});
    expect(problems).toEqual([{kind: 'tooLarge', limitBytes: 1_000}]);
  });
});

describe('stopping', () => {
  /** Sends a beginning and then nothing; `gone` is fulfilled when the client has left. */
  const hanging = async () => {
    let leave: () => void = () => undefined;
    const gone = new Promise<void>(resolve => {
      leave = resolve;
    });
    const server = await serve((_, response) => {
      response.on('close', leave);
      response.write('{"apis":[');
    });
    return {backend: backendAt(server.url, 'dashboard'), gone};
  };

  it('by the signal ends the list with "cancelled"', async () => {
    const {backend, gone} = await hanging();
    const stop = new AbortController();
    const problems = [];
    for await (const chunk of backend.loadApis(stop.signal)) {
      if (chunk.ok) stop.abort();
      else problems.push(chunk.problem);
    }
    expect(problems).toEqual([{kind: 'cancelled'}]);
    await gone;
  });

  it('by leaving the loop ends the request', async () => {
    const {backend, gone} = await hanging();
    for await (const chunk of backend.loadApis(never())) {
      expect(chunk).toMatchObject({ok: true, value: {rows: []}});
      break;
    }
    await gone;
  });

  it('before the start asks nothing', async () => {
    const server = await serve(json({apis: []}));
    const backend = backendAt(server.url, 'dashboard');
    const {problems} = await drain(backend.loadApis(AbortSignal.abort()));
    expect([problems, server.received]).toEqual([[{kind: 'cancelled'}], []]);
  });
});

describe('policies', () => {
  const policies = async (answer: Answering) => {
    const server = await serve(answer);
    const loaded = await drain(backendAt(server.url, 'dashboard').loadPolicies(never()));
    return {...loaded, received: server.received};
  };

  it.each([
    ['Data', 'Pages'],
    ['data', 'pages'],
  ])('are read from %s and %s', async (data, pages) => {
    const {rows, received} = await policies(json({[data]: [{id: 'p1', name: 'Gold'}], [pages]: 1}));
    expect(rows).toMatchObject([{id: 'p1', name: 'Gold', state: 'active'}]);
    expect(paths(received)).toEqual(['/api/portal/policies?p=-1']);
  });

  it('may be none', async () => {
    expect(await policies(json({Data: null, Pages: 0}))).toMatchObject({rows: [], problems: []});
  });

  it('that may not be seen are told as forbidden', async () => {
    const {problems} = await policies(json({Status: 'Error', Message: 'access denied: no'}, 403));
    expect(problems).toMatchObject([{kind: 'forbidden'}]);
  });
});

it('a credential that no header can hold is refused without being sent', async () => {
  for (const wrong of ['line\nbreak', 'naïve', '']) {
    const {problems, received} = await load(json({apis: []}), {credential: new Secret(wrong)});
    expect(problems).toEqual([{kind: 'notAuthorised', status: 0, message: ''}]);
    expect(received).toEqual([]);
  }
});
