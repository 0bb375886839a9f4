import {describe, expect, it} from 'vitest';
import {filterRows, movedIndex} from '../../source/wizard/screens/filter.ts';
import {api, estate} from '../helpers/estate.ts';
import type {Walk} from '../helpers/wizard.ts';
import {atList} from '../helpers/wizard.ts';

const names = (walk: Walk): readonly string[] => {
  const {rows} = walk.state.apis.shelf;
  const shown = walk.on('choose').found.groups.flatMap(group => group.items);
  return [...new Set(shown)].map(at => rows[at]?.name ?? '').sort();
};

/** Opens the filter and sets the check marks of the rows that are called so. */
const filtered = (walk: Walk, ...wanted: readonly string[]): Walk => {
  walk.press('ctrl+r', 'home');
  for (const row of filterRows(walk.state.apis.shelf.rows)) {
    const name = row.kind === 'authType' ? row.type : row.kind === 'category' ? row.key : row.kind;
    if (wanted.includes(name)) walk.press(' ');
    walk.press('down');
  }
  return walk.press('enter');
};

describe('the rows of the filter', () => {
  it('count APIs over the whole list', () => {
    expect(filterRows(estate)).toEqual([
      {kind: 'onlyOpenable', hides: 3},
      {kind: 'authType', type: 'authToken', count: 7},
      {kind: 'authType', type: 'basic', count: 1},
      {kind: 'authType', type: 'jwt', count: 2},
      {kind: 'authType', type: 'keyless', count: 1},
      {kind: 'category', key: 'hr', label: 'hr', count: 2},
      {kind: 'category', key: 'internal', label: 'internal', count: 1},
      {kind: 'category', key: 'orders', label: 'Orders', count: 3},
      {kind: 'category', key: '', label: '', count: 5},
    ]);
  });

  it('an API that names a category twice, in two cases, counts once', () => {
    const rows = filterRows([api({name: 'Twice', categories: ['Zürich', 'zurich']})]);
    expect(rows.at(-1)).toEqual({kind: 'category', key: 'zurich', label: 'Zürich', count: 1});
  });
});

describe('filtering', () => {
  it('several values of one part mean or', () => {
    const walk = filtered(atList(), 'basic', 'jwt');
    expect(names(walk)).toEqual(['Accounts', 'Books', 'Hotels']);
    expect(walk.on('choose').found.hits).toBe(3);
  });

  it('two parts mean and', () => {
    expect(names(filtered(atList(), 'authToken', 'hr'))).toEqual(['Payroll']);
  });

  it('case does not count in categories', () => {
    expect(names(filtered(atList(), 'orders'))).toEqual(['Invoices', 'Orders', 'Payments']);
  });

  it('APIs without a category can be asked for', () => {
    expect(names(filtered(atList(), ''))).toEqual([
      ...['Abroad', 'Books', 'Hotels', 'Stock', 'Weather'],
    ]);
  });

  it('only what a key opens hides open and refused APIs', () => {
    const walk = filtered(atList(), 'onlyOpenable');
    expect(names(walk)).toEqual([
      ...['Abroad', 'Hotels', 'Invoices', 'Orders', 'Payments', 'Payroll', 'Stock'],
    ]);
  });

  it('combines with the search, in both orders', () => {
    expect(names(filtered(atList().type('pay'), 'orders'))).toEqual(['Payments']);
    expect(names(filtered(atList(), 'orders').type('pay'))).toEqual(['Payments']);
  });

  it('stays when the groups change, and for what arrives later', () => {
    const walk = filtered(atList(), 'hr').press('ctrl+t').choose('none');
    expect(names(walk)).toEqual(['Accounts', 'Payroll']);
    walk.arrive([api({name: 'Holidays', categories: ['HR']}), api({name: 'Other'})]);
    expect(names(walk)).toEqual(['Accounts', 'Holidays', 'Payroll']);
  });

  it('an API without its category left over: a filter that hides all says nothing is chosen', () => {
    const walk = filtered(atList(), 'basic', 'hr');
    expect(walk.on('choose').found.hits).toBe(0);
    expect(walk.press('enter').state.note).toEqual({kind: 'nothingChosen'});
    expect(walk.press('ctrl+x').on('choose').found.hits).toBe(10);
  });

  it('Esc leaves the filter as it was', () => {
    const walk = filtered(atList(), 'hr').press('ctrl+r', ' ', 'escape');
    expect(walk.on('choose').filter).toMatchObject({categories: ['hr'], onlyOpenable: false});
  });

  it('opens with what is set, and Ctrl+X takes all marks off', () => {
    const walk = filtered(atList(), 'hr', 'jwt').press('ctrl+r');
    expect(walk.on('filter').filter).toMatchObject({categories: ['hr'], authTypes: ['jwt']});
    walk.press('ctrl+x', 'enter');
    expect(walk.on('choose').found.hits).toBe(10);
  });

  it('Tab marks as the blank does', () => {
    expect(atList().press('ctrl+r', 'tab').on('filter').filter.onlyOpenable).toBe(true);
  });

  it('Ctrl+X on the list is there only when there is something to clear', () => {
    const clears = (walk: Walk): boolean => {
      const before = walk.screen;
      return walk.press('ctrl+x').screen !== before;
    };
    expect(clears(atList())).toBe(false);
    expect(clears(filtered(atList(), 'hr'))).toBe(true);
  });
});

describe('a cursor over rows', () => {
  it.each([
    [3, 'up', 2],
    [0, 'up', 0],
    [9, 'down', 9],
    [5, 'pageUp', 1],
    [5, 'pageDown', 9],
    [5, 'first', 0],
    [5, 'last', 9],
    [5, 'mark', undefined],
  ] as const)('from %i %s leads to %s', (at, intent, expected) => {
    expect(movedIndex(at, intent, 10, 4)).toBe(expected);
  });
});
