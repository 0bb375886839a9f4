import {describe, expect, it} from 'vitest';
import {clean} from '../../source/key/clean.ts';
import {asAscii} from '../../source/ui/symbols.ts';
import {api, policy} from '../helpers/estate.ts';
import {linesOfPage, pageAt, widthOf} from '../helpers/frame.ts';
import {seeded} from '../helpers/seeded.ts';
import type {Walk} from '../helpers/wizard.ts';
import {atList, atWay, fillForm} from '../helpers/wizard.ts';

/* Names of strangers: whatever they are made of, every row of every frame fits. */

const looks = [
  {size: {columns: 80, rows: 24}, ascii: false},
  {size: {columns: 41, rows: 12}, ascii: false},
  {size: {columns: 80, rows: 24}, ascii: true},
] as const;

const pieces = [
  ...['a', 'Z', ' ', '-', '支', '払', 'ｆ', 'é', 'e\u0301\u0302', 'ß', 'क्षि', 'ש', 'ל', 'ع'],
  ...['👍', '👩🏽‍💻', '🇩🇪', '🇩', '❤️', '1️⃣', '\u202E', '\u200B', '\u001B[31m', '\n', '\t', '\uD800'],
];

const chance = seeded(20_261_123);
const random = Array.from({length: 10}, () => chance.text(['x', ...pieces], chance.whole(1, 150)));
const fixed = ['x'.repeat(10_000), '支払い'.repeat(3000), '1️⃣'.repeat(80), ' '.repeat(300), ''];
/** As they come in: a server's names are cleaned, and no longer than this. */
const names = [...random, ...fixed].map(name => clean(name));

const tooWide = (walk: Walk): readonly string[] =>
  looks.flatMap(({size, ascii}) => {
    const page = pageAt(walk.state, size, ascii);
    const lines = linesOfPage(page).map(line => (ascii ? asAscii(line) : line));
    expect(lines).toHaveLength(size.rows - 1);
    expect(page.caret === undefined || page.caret.x < size.columns).toBe(true);
    return lines.filter(line => widthOf(line) > size.columns);
  });

describe.each(names.map((name, at) => ({name, at, shown: Array.from(name).slice(0, 12).join('')})))(
  'a name like $shown ($at)',
  ({name}) => {
    const rows = [
      api({name, id: name, listenPath: `/${name}/`, categories: [name], organisation: name}),
      api({name: 'Plain', organisation: name}),
    ];

    it('fits on the list, marked, searched for and grouped', () => {
      const walk = atList(rows).press('tab');
      expect(tooWide(walk)).toEqual([]);
      expect(tooWide(walk.type(name.slice(0, 200)))).toEqual([]);
      expect(tooWide(walk.press('left', 'left', 'ctrl+u', 'ctrl+t').choose('category'))).toEqual(
        [],
      );
      expect(tooWide(walk.press('ctrl+r'))).toEqual([]);
    });

    it('fits in the form, on the review and in the policy list', () => {
      const walk = fillForm(atList(rows).press('end', 'enter')).type(name);
      expect(tooWide(walk)).toEqual([]);
      walk.press('down', 'enter').type(`n${name}`).press('tab').type(name).press('left');
      expect(tooWide(walk)).toEqual([]);
      walk.press('escape', 'enter');
      expect(walk.screen.kind).toBe('review');
      expect(tooWide(walk)).toEqual([]);
      const grants = [{apiId: name, apiName: name, versions: []}];
      const policies = [policy({name, id: name, tags: [name], metadataNames: [name], grants})];
      expect(tooWide(atWay().choose('policy').policiesArrive(policies))).toEqual([]);
    });
  },
);

describe('on a terminal that knows only ASCII', () => {
  it('no other character is in a frame', () => {
    for (const name of names) {
      const walk = atList([api({name, categories: [name]})]).type(name.slice(0, 40));
      const lines = linesOfPage(pageAt(walk.state, {columns: 80, rows: 24}, true));
      expect(
        lines
          .map(asAscii)
          .join('')
          .replace(/[\x20-\x7E]/g, ''),
      ).toBe('');
    }
  });
});

describe('long text that a person typed', () => {
  it('of 10,000 wide characters in every field is drawn in time', () => {
    const long = '支払い'.repeat(3334);
    const walk = fillForm(atList().press('enter')).type(long);
    walk.press('down', 'enter').type(long).press('tab').type(long).press('escape', 'enter');
    expect(walk.on('review').request.tags[0]).toHaveLength(10_000);
    expect(tooWide(walk)).toEqual([]);
  });
});
