import {request} from 'node:http';
import {expect, test} from 'vitest';
import {dashboard} from './ask.ts';

const SAMPLE_EVERY_CHUNKS = 500;

test('20,000 whole APIs are streamed: 170 MB arrive, and a fraction is ever held', async () => {
  const {practice} = await dashboard({apis: 20_000});
  const held = () => {
    const {heapUsed, external} = process.memoryUsage();
    return heapUsed + external;
  };
  const before = held();
  const seen = {bytes: 0, chunks: 0, most: 0, end: ''};
  await new Promise<void>((resolve, reject) => {
    const headers = {authorization: practice.credential};
    const asked = request(`${practice.url}/api/apis?p=-1`, {headers}, answer => {
      answer.on('data', (chunk: Buffer) => {
        seen.bytes += chunk.length;
        seen.chunks += 1;
        if (seen.chunks % SAMPLE_EVERY_CHUNKS === 0) seen.most = Math.max(seen.most, held());
        seen.end = (seen.end + chunk.toString('latin1', Math.max(0, chunk.length - 20))).slice(-20);
      });
      answer.on('end', resolve).on('error', reject);
    });
    asked.on('error', reject).end();
  });
  expect(seen.bytes).toBeGreaterThan(160_000_000);
  expect(seen.end).toMatch(/\}\],"pages":1\}$/);
  expect(seen.most - before).toBeLessThan(100_000_000);
}, 60_000);

test('more than 20,000 APIs leave out what is empty, so that 100,000 fit into one text', async () => {
  const [whole, lean] = [await dashboard(), await dashboard({apis: 20_001})];
  const wholePage = await whole.ask('GET', '/api/apis?p=1');
  const leanPage = await lean.ask('GET', '/api/apis?p=1');
  expect(leanPage.text.length).toBeLessThan(wholePage.text.length / 3);
});
