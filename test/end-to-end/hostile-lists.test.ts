import {describe, expect, it} from 'vitest';
import {rows, says} from '../helpers/screen-words.ts';
import {startWalk, type Walk} from '../helpers/walk.ts';
import {json, plain, type Answering} from '../tyk/support/server.ts';
import {itemsNamed} from './support/api-items.ts';
import {frontForTest, type Front} from './support/front.ts';
import {practiceForTest} from './support/practice.ts';

const hostile = [
  'First \x1b[2J\x1b[1;1H\x1b[31mred\x1b[0m \x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x07 \x1bc\x9b2J',
  'Second line\nthird line\rback\ttab',
  'Bidi \u202egnp.exe\u2066 zero\u200b\u200d width',
  `Long ${'x'.repeat(10_000)}`,
  `Accents ${'e\u0301\u0302\u0303\u0304\u0305\u0306'.repeat(200)}`,
  'Link \x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\',
  '<script> %s ${HOME} $(id) `id` \\x1b[31m',
];

const harm = /\x1b\[2J|\x1b\[31m|\x1b\]0;|\x1b\]52|\x1b\]8|\x1bc|\x07|\x9b|[\u202e\u2066\u200b]/;

const cutInHalf: Answering = (_, response) => {
  response.writeHead(200, {'content-type': 'application/json', 'content-length': 5000});
  response.write('{"apis":[{"api_definition":{"name":"Ord', () => response.destroy());
};

const startWith = async (list: Answering): Promise<{walk: Walk; front: Front}> => {
  const practice = await practiceForTest();
  const front = await frontForTest(practice, {'GET /api/apis': list});
  return {front, walk: startWalk({server: front})};
};

describe('names that would act on a terminal', () => {
  it('are shown, chosen and opened like others, and act on nothing', async () => {
    const practice = await practiceForTest();
    const items = await itemsNamed(practice, hostile);
    const front = await frontForTest(practice, {'GET /api/apis': json({apis: items, pages: 1})});
    const walk = startWalk({server: front});
    await walk.arrives('way');
    const mark = walk.mark();
    await walk.toApis();
    await walk.sees('First');
    await walk.hasLoaded();
    expect(walk.screen()[0]).toMatch(/^ tykey/);
    expect(walk.screen().at(-2)).toContain(says.help);
    for (const name of ['Second line third line', 'Bidi', 'Long xxxx', 'Link', 'Accents'])
      expect(walk.reads()).toContain(name);
    await walk.chooseApi('First');
    await walk.alias('ci');
    await walk.expires('1 week');
    await walk.toReview();
    await walk.create();
    expect(await walk.reveal()).toBe(practice.keys()[0]?.key);
    expect(walk.bytesSince(mark).toString()).not.toMatch(harm);
    expect(walk.screen()[0]).toMatch(/^ tykey/);
  });
});

describe('a list that is', () => {
  it('null says so, and the policies are still there', async () => {
    const {walk} = await startWith(json({apis: null, pages: 0}));
    await walk.toApis();
    await walk.sees(says.emptyList);
    walk.press('enter', 'tab', 'ctrl+y', 'ctrl+r');
    await walk.arrives('filter');
    walk.press('escape');
    await walk.arrives('apis');
    walk.press('escape');
    await walk.toPolicies();
    await walk.sees('Orders standard');
  });

  it.each([
    ['a page of a proxy', plain('<html><body>Please log in</body></html>', 200), says.notAsTyk],
    ['something else in JSON', json({hello: 'world'}), says.notAsTyk],
    ['cut in half', cutInHalf, says.cut],
  ])('%s leads to where the URL can be changed', async (_, list, sentence) => {
    const {walk} = await startWith(list);
    await walk.arrives('connect');
    await walk.sees(sentence);
    expect(walk.isAt(rows.credential)).toBe(true);
    walk.press('ctrl+c');
    expect(await walk.exit).toEqual({code: 130, signal: null});
  });

  it('without an end is ended, and what has come can be chosen', async () => {
    const practice = await practiceForTest();
    const names = Array.from({length: 300}, (_, at) => `Api ${at}`);
    const items = await itemsNamed(practice, names);
    const front = await frontForTest(practice, {
      'GET /api/apis': (asked, response) => {
        const page = Math.abs(Number(/p=(-?\d+)/.exec(asked.path)?.[1]));
        json({apis: items.slice(page - 1, page), pages: page + 1})(asked, response);
      },
    });
    const walk = startWalk({server: front});
    await walk.toApis();
    await walk.hasLoaded();
    expect(front.received.length).toBeLessThan(250);
    await walk.chooseApi('Api 0');
  });
});

/* Nothing but blanks, a few every now and then, until the client leaves. */
const drip: Answering = (_, response) => {
  response.writeHead(200, {'content-type': 'application/json'});
  response.write('{"apis":[');
  const timer = setInterval(() => response.write('   '), 20);
  response.on('close', () => {
    clearInterval(timer);
  });
};

it('a list that drips in leaves the policies open, and can be left at once', async () => {
  const {walk} = await startWith(drip);
  await walk.arrives('way');
  await walk.sees(/Loading APIs.* so far/);
  await walk.toApis();
  await walk.sees(says.loading);
  walk.write('orders');
  await walk.sees('orders');
  walk.press('escape', 'escape');
  await walk.toPolicies();
  await walk.sees('Orders standard');
  walk.press('ctrl+c');
  expect(await walk.exit).toEqual({code: 130, signal: null});
});
