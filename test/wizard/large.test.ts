import {describe, expect, it} from 'vitest';
import type {Api} from '../../source/key/api.ts';
import {api} from '../helpers/estate.ts';
import {Walk} from '../helpers/wizard.ts';

const total = 100_000;
const chunk = 10_000;
const areas = ['Payments', 'Orders', 'Invoices', 'Weather', 'Stock', 'Hotels', 'Books'] as const;

const rows: readonly Api[] = Array.from({length: total}, (_, at) =>
  api({
    name: `${areas[at % areas.length] ?? ''} ${(at * 7919) % total}`,
    id: `id-${at}`,
    categories: [`c${at % 50}`],
    authTypes: at % 10 === 0 ? ['keyless'] : at % 3 === 0 ? ['jwt'] : ['authToken'],
  }),
);

describe('100,000 APIs', () => {
  const walk = new Walk().choose('apis');
  for (let at = 0; at < total; at += chunk) walk.arrive(rows.slice(at, at + chunk));
  walk.end();

  it('are all there, in order, the open ones last', () => {
    const {found} = walk.on('choose');
    expect(found).toMatchObject({hits: total, stops: total});
    expect(found.groups.map(group => [group.key, group.items.length])).toEqual([
      ['authToken', 60_000],
      ['jwt', 30_000],
      ['keyless', 10_000],
    ]);
    const names = walk.state.apis.shelf.order.map(at => rows[at]?.name.toLowerCase() ?? '');
    const keyed = names.slice(0, 90_000);
    expect(keyed.every((name, at) => at === 0 || (keyed[at - 1] ?? '') <= name)).toBe(true);
  });

  it('are searched while typing, and moved through', () => {
    walk.type('p').type('a').type('y').press('down', 'pageDown', 'end', 'home', 'up');
    expect(walk.on('choose').found.hits).toBe(14_286);
    walk.press('ctrl+u').press('end');
    expect(walk.on('choose').cursor?.group).toBe('keyless');
  });

  it('are filtered and grouped', () => {
    walk.press('ctrl+t').choose('category');
    expect(walk.on('choose').found.groups).toHaveLength(50);
    walk.press('ctrl+r', ' ', 'enter');
    expect(walk.on('choose').found.hits).toBe(60_000);
  });
});
