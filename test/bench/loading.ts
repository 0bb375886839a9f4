import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import {setImmediate as turn} from 'node:timers/promises';
import {request} from 'undici';
import {Secret} from '../../source/key/secret.ts';
import {connectBackend} from '../../source/tyk/connect.ts';
import {createDispatchers} from '../../source/tyk/dispatcher.ts';
import {root} from '../helpers/bundle.ts';
import {median, type Result} from './result.ts';

const APIS = 5000;
const ROUNDS = 7;

/** Our client loading a whole API list against undici and JSON.parse on the same bytes, by turns. */
export const loading = async (): Promise<Result> => {
  const script = path.join(root, 'test', 'bench', 'loading-server.ts');
  const server = spawn('tsx', [script, String(APIS)], {stdio: ['pipe', 'pipe', 'inherit']});
  try {
    const [origin = '', bytes] = (await firstLine(server)).split(' ');
    const ours: number[] = [];
    const plain: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      plain.push(await timed(() => parsePlainly(origin)));
      ours.push(await timed(() => loadAll(origin)));
    }
    const [our, bare] = [median(ours), median(plain)];
    return {
      what: `loading ${APIS.toLocaleString('en-US')} APIs / body.text() and JSON.parse`,
      seen: our / bare,
      unit: 'x',
      goal: 1.3,
      from: `${our.toFixed(0)} ms / ${bare.toFixed(0)} ms, ${(Number(bytes) / 1e6).toFixed(0)} MB`,
    };
  } finally {
    server.stdin.end();
  }
};

const firstLine = async (server: ChildProcess): Promise<string> => {
  if (server.stdout === null) return '';
  return String(await once(server.stdout, 'data'));
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const parsePlainly = async (origin: string): Promise<unknown> => {
  const {body} = await request(`${origin}/api/apis?p=-1`);
  return JSON.parse(await body.text());
};

const loadAll = async (origin: string): Promise<void> => {
  const url = new URL(origin);
  const dispatchers = createDispatchers({url, env: {}, authorities: []});
  if (!dispatchers.ok) throw new Error(JSON.stringify(dispatchers.problem));
  const backend = connectBackend({
    kind: 'dashboard',
    url,
    credential: new Secret('not checked'),
    dispatchers: dispatchers.value,
    now: Date.now,
    turn,
  });
  let loaded = 0;
  for await (const answer of backend.loadApis(new AbortController().signal)) {
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    loaded += answer.value.rows.length;
  }
  await dispatchers.value.lists.close();
  if (loaded !== APIS) throw new Error(`Loaded ${loaded} of ${APIS} APIs`);
};
