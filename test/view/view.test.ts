import {describe, expect, it} from 'vitest';
import type {Block, ListLine} from '../../source/view/content.ts';
import {highlighted} from '../../source/view/list.ts';
import {api, policy} from '../helpers/estate.ts';
import {everyScreen, screenKinds} from '../helpers/screens.ts';
import type {Walk} from '../helpers/wizard.ts';
import {atApi, atCreated, atCreating, atList, atReview, atWay, onApi} from '../helpers/wizard.ts';

const textOf = (spans: readonly {readonly text: string}[]): string =>
  spans.map(span => span.text).join('');

/** Everything that a body says, line by line. */
const said = (walk: Walk): string =>
  walk.says.body
    .flatMap((block): readonly string[] => {
      switch (block.kind) {
        case 'text':
          return [textOf(block.text)];
        case 'row': {
          const value = 'caret' in block.value ? block.value.value : textOf(block.value);
          return [`${block.label} ${value} ${block.note ?? ''} ${block.problem ?? ''}`.trim()];
        }
        case 'lines':
          return block.lines.map(textOf);
        case 'menu':
          return block.items.map(item => `${item.label} ${item.detail ?? ''}`);
        case 'list':
        case 'gap':
        case 'spring':
        case 'secret':
          return [];
      }
    })
    .join('\n');

const listOf = (walk: Walk): Extract<Block, {kind: 'list'}> => {
  const list = walk.says.body.find(block => block.kind === 'list');
  if (list?.kind !== 'list') throw new Error('no list');
  return list;
};

const linesOf = (walk: Walk): readonly ListLine[] => {
  const list = listOf(walk);
  return Array.from({length: list.total}, (_, at) => list.line(at));
};

describe('the header', () => {
  it('names the server without its scheme, and the practice as such', () => {
    expect(textOf(atWay().says.title)).toContain('dashboard.example.com');
    expect(textOf(atWay().says.title)).not.toContain('https');
    for (const kind of screenKinds) {
      const walk = everyScreen[kind]();
      walk.state = {...walk.state, practice: true};
      expect(textOf(walk.says.title)).toContain('practice');
    }
  });

  it.each(screenKinds)('of %s says where one is, once', kind => {
    expect(everyScreen[kind]().says.steps.filter(step => step.is === 'now')).toHaveLength(1);
  });
});

describe('the hint line', () => {
  const keys = (walk: Walk): readonly string[] => walk.says.hints.map(hint => hint.key);

  it('promises clearing only where there is a query', () => {
    expect(atList().type('pay').says.hints).toContainEqual({key: 'Esc', does: 'clear'});
    expect(atList().says.hints).toContainEqual({key: 'Esc', does: 'back'});
  });

  it('names each key once, also where one row stands in for another', () => {
    const marked = keys(atApi('Payments').press('tab'));
    expect(marked.filter(key => key === 'Enter')).toEqual(['Enter']);
    const searching = keys(atList().type('pay'));
    expect(searching.filter(key => key === 'Esc')).toEqual(['Esc']);
  });

  it('names the way back only where there is one', () => {
    expect(keys(everyScreen.way())).not.toContain('Esc');
    expect(keys(everyScreen.choose())).toContain('Esc');
  });

  it('says create on the row that creates, and change elsewhere', () => {
    expect(atReview().says.hints[0]).toEqual({key: 'Enter', does: 'create the key'});
    expect(atReview().press('up').says.hints[0]).toEqual({key: 'Enter', does: 'change this'});
  });

  it('offers to try the key in practice only', () => {
    expect(keys(atCreated())).not.toContain('t');
    const walk = atCreated();
    walk.state = {...walk.state, practice: true};
    expect(keys(walk)).toContain('t');
  });

  it('asks for y and n only after a copy', () => {
    expect(keys(atCreated())).not.toContain('y');
    const walk = atCreated().press('c').happen({kind: 'keyCopied', result: 'sentTmux'});
    expect(keys(walk).slice(0, 2)).toEqual(['y', 'n']);
  });

  it('while leaving is waited for, Ctrl+C leaves now', () => {
    expect(atCreating().says.hints[0]).toEqual({key: 'Ctrl+C', does: 'leave'});
    expect(atCreating().press('ctrl+c').says.hints[0]).toEqual({key: 'Ctrl+C', does: 'leave now'});
  });
});

describe('the help', () => {
  it.each(screenKinds)('of %s lists each key at most once', kind => {
    const text = said(everyScreen[kind]().press('f1'));
    const keys = text
      .split('\n')
      .slice(1)
      .flatMap(line => line.slice(0, 18).split(', '))
      .map(key => key.trim())
      .filter(key => key !== '');
    expect(keys.length).toBeGreaterThan(3);
    expect(keys.filter((key, at) => keys.indexOf(key) < at)).toEqual([]);
  });

  it('does not promise what another row has taken', () => {
    const help = said(everyScreen.creating().press('f1'));
    expect(help).toContain('leave when the answer is here');
    expect(help).not.toContain('quit');
    const marked = said(atApi('Payments').press('tab', 'f1'));
    expect(marked).toContain('go on with what is marked');
    expect(marked).not.toContain('the row under the cursor\n');
  });
});

describe('the list', () => {
  it('has a heading with its count over each group', () => {
    const groups = linesOf(atList()).filter(line => line.kind === 'group');
    expect(groups).toEqual([
      {kind: 'group', label: 'Auth Token', count: 7},
      {kind: 'group', label: 'Basic Auth', count: 1},
      {kind: 'group', label: 'JSON Web Token', count: 2},
      {kind: 'group', label: 'Open (keyless)', count: 1},
    ]);
  });

  it('has its cursor on the one row that has the focus, wherever that is', () => {
    const walk = atList();
    for (let at = 0; at < 11; at += 1) {
      const lines = linesOf(walk);
      const focused = lines.flatMap((line, index) =>
        line.kind === 'item' && line.focused ? [index] : [],
      );
      expect(focused).toEqual([listOf(walk).cursor]);
      walk.press('down');
    }
  });

  it('says which rows can be marked and which are', () => {
    const walk = atApi('Payments').press('tab');
    const marks = new Map(
      linesOf(walk).flatMap(line => (line.kind === 'item' ? [[textOf(line.name), line.mark]] : [])),
    );
    expect(marks.get('Payments')).toBe('on');
    expect(marks.get('Orders')).toBe('off');
    expect(marks.get('Books')).toBe('fixed');
  });

  it('marks the letters that matched', () => {
    const [, first] = linesOf(atList().type('rol'));
    expect(first?.kind === 'item' && first.name).toEqual([
      {text: 'Pay', role: 'plain'},
      {text: 'rol', role: 'match'},
      {text: 'l', role: 'plain'},
    ]);
  });

  it('tells two of one name apart', () => {
    const twins = [api({name: 'Twin', id: 'aaaa1111'}), api({name: 'Twin', id: 'bbbb2222'})];
    const cells = linesOf(atList(twins)).flatMap(line => (line.kind === 'item' ? line.cells : []));
    expect(cells.join(' ')).toContain('aaaa');
    expect(cells.join(' ')).toContain('bbbb');
  });

  it('counts hits, not rows, and what is marked', () => {
    const aside = (walk: Walk): string | undefined =>
      walk.says.body.flatMap(block => (block.kind === 'row' ? [block.aside ?? ''] : []))[0];
    expect(aside(atList())).toBe('10');
    expect(aside(atList().type('pay'))).toBe('2 of 10');
    expect(aside(atApi('Hotels').press('tab'))).toBe('10 · 1 marked');
  });

  it('names what is marked, also when it is filtered out', () => {
    expect(said(atApi('Payments').press('tab').type('zzz'))).toContain('Payments');
  });

  it('an active filter is never invisible', () => {
    const walk = atList().press('ctrl+r', ' ', 'down', 'down', 'down', ' ', 'enter');
    expect(said(walk)).toContain('hides 3');
    expect(said(walk)).toContain('JSON Web Token');
  });

  it('says why there is no row', () => {
    expect(said(atList().type('zzz'))).toContain('"zzz"');
    expect(said(atList([]))).not.toBe('');
    const walk = atList().press('ctrl+r', 'down', 'down', ' ', 'end', 'up', ' ', 'enter');
    expect(said(walk)).toContain('Ctrl+X');
  });

  it('names id, path and organisation of the row', () => {
    const line = said(onApi(atList(), 'Abroad'))
      .split('\n')
      .find(one => one.includes('/abroad/'));
    expect(line).toContain('id abroad');
    expect(line).toContain('org-2');
  });
});

describe('a list that is not complete', () => {
  it('says how much has come', () => {
    const walk = atWay().happen({kind: 'connected', address: 'https://dashboard.example.com'});
    expect(said(walk.arrive([], 3 * 2 ** 20))).toContain('3 MB');
  });

  it('says why it failed', () => {
    const walk = atList().end({kind: 'timedOut', afterMs: 30_000});
    expect(said(walk)).toContain('30 s');
  });

  it('a policy that can’t make a key says why under the list', () => {
    const rows = [policy({name: 'Gold', state: 'denied'})];
    expect(said(atWay().choose('policy').policiesArrive(rows))).toContain('Access denied');
  });
});

describe('highlighted', () => {
  it.each([
    [[], [{text: 'abc'}]],
    [[0, 1, 2], [{text: 'abc', role: 'match'}]],
    [
      [1],
      [
        {text: 'a', role: 'plain'},
        {text: 'b', role: 'match'},
        {text: 'c', role: 'plain'},
      ],
    ],
  ])('%j', (positions, expected) => {
    expect(highlighted('abc', positions)).toEqual(expected);
  });
});

describe('the review', () => {
  it('says until when, by the server’s clock', () => {
    expect(said(atReview())).toContain('Mon 30 Nov 2026 13:02 UTC (14:02 CET)');
    const ahead = atReview().happen({kind: 'clockRead', skewMs: 7_200_000});
    expect(said(ahead)).toContain('Mon 30 Nov 2026 15:02 UTC (16:02 CET)');
  });

  it('says a skew of more than a minute, both ways', () => {
    const skewed = (skewMs: number): string => said(atReview().happen({kind: 'clockRead', skewMs}));
    expect(skewed(7_200_000)).toContain('2 hours ahead');
    expect(skewed(-7_200_000)).toContain('2 hours behind');
    expect(skewed(60_000)).not.toContain('clock');
  });

  it('warns after an outcome that nobody knows', () => {
    expect(said(everyScreen.unknown().choose('review'))).toContain('An earlier request');
  });
});

describe('the key', () => {
  it('is in no word of its screen', () => {
    const walk = atCreated().press('r');
    expect(JSON.stringify(walk.says)).not.toContain('k3yT3xt');
  });

  it('a command to try it reads the key, and never names it', () => {
    expect(said(atCreated())).toContain('read -rs KEY');
    expect(said(atCreated())).toContain("curl -H @- 'https://<your gateway>/payments/'");
  });

  it('there is no command where the key is not sent in a header', () => {
    const odd = api({name: 'Odd', keyPlace: {in: 'query', name: 'api_key'}});
    const quoted = api({name: 'Quoted', keyPlace: {in: 'header', name: "X'; rm -rf /"}});
    for (const one of [odd, quoted]) {
      const walk = atCreated().arrive([one]);
      const {request} = walk.on('created');
      const access = {kind: 'apis' as const, grants: [{api: one, versions: ['v']}] as const};
      walk.state = {
        ...walk.state,
        path: [{...walk.on('created'), request: {...request, access}}],
      };
      expect(said(walk)).not.toContain('curl');
    }
  });

  it('a listen path that a shell would read is quoted', () => {
    const odd = api({name: 'Odd', listenPath: "/it's $(me)/"});
    const walk = atCreated().arrive([odd]);
    const access = {kind: 'apis' as const, grants: [{api: odd, versions: ['v']}] as const};
    const {request} = walk.on('created');
    walk.state = {...walk.state, path: [{...walk.on('created'), request: {...request, access}}]};
    expect(said(walk)).toContain(`'https://<your gateway>/it'\\''s $(me)/'`);
  });

  it('says what the server stored otherwise', () => {
    expect(said(atCreated({stored: {disabled: true}}))).toContain('the key is disabled');
  });
});
