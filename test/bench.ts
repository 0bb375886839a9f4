import {buildDist} from '../source/build/dist.ts';
import {keys} from './bench/keys.ts';
import {loading} from './bench/loading.ts';
import {table, type Result} from './bench/result.ts';
import {startUp} from './bench/start-up.ts';
import {root} from './helpers/bundle.ts';

/* `npm run bench`: everything, or only the parts that are named: start, keys, loading. */

const parts: Readonly<Record<string, () => Promise<readonly Result[]>>> = {
  start: async () => [await startUp()],
  keys: async () => [...(await keys(60)), ...(await keys(10_000)), ...(await keys(100_000))],
  loading: async () => [await loading()],
};

const wanted = process.argv.slice(2);
await buildDist(root);
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`${table(await measure())}\n\n`);
}
