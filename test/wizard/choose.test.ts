import {describe, expect, it} from 'vitest';
import type {Api} from '../../source/key/api.ts';
import {api, estate} from '../helpers/estate.ts';
import type {Walk} from '../helpers/wizard.ts';
import {atApi, atList, onApi} from '../helpers/wizard.ts';

/** The rows from top to bottom, with the groups that they stand in. */
const rowsOf = (walk: Walk): readonly string[] => {
  const {rows} = walk.state.apis.shelf;
  return walk
    .on('choose')
    .found.groups.flatMap(({key, items}) => [`# ${key}`, ...items.map(at => rows[at]?.name ?? '')]);
};

const underCursor = (walk: Walk): string | undefined => {
  const {cursor} = walk.on('choose');
  return walk.state.apis.shelf.rows.find(row => row.id === cursor?.id)?.name;
};

const marked = (walk: Walk): readonly string[] =>
  walk.state.draft.grants.map(grant => grant.api.name);

describe('the order of the list', () => {
  it('is by authentication type, alphabetical inside, open APIs last', () => {
    expect(rowsOf(atList())).toEqual([
      ...['# authToken', 'Abroad', 'Hotels', 'Invoices', 'Orders', 'Payments', 'Payroll', 'Stock'],
      ...['# basic', 'Books'],
      ...['# jwt', 'Accounts', 'Hotels'],
      ...['# keyless', 'Weather'],
    ]);
  });

  it('by category: an API in two categories stands under both, APIs without one come last', () => {
    const walk = atList().press('ctrl+t').choose('category');
    expect(rowsOf(walk)).toEqual([
      ...['# hr', 'Accounts', 'Payroll'],
      ...['# internal', 'Payments'],
      ...['# orders', 'Invoices', 'Orders', 'Payments'],
      ...['# ', 'Abroad', 'Books', 'Hotels', 'Stock', 'Weather'],
    ]);
    expect(walk.on('choose').found).toMatchObject({hits: 10, stops: 11});
  });

  it('not grouped: one list, open APIs last', () => {
    const rows = rowsOf(atList().press('ctrl+t').choose('none'));
    expect(rows[0]).toBe('# ');
    expect(rows.at(-1)).toBe('Weather');
    expect(rows).toHaveLength(11);
  });

  it('with a query: the best hit first, groups by their best hit', () => {
    const walk = atList().type('pay');
    expect(rowsOf(walk)).toEqual(['# authToken', 'Payroll', 'Payments']);
    expect(rowsOf(atList().type('ho'))).toEqual(['# authToken', 'Hotels', '# jwt', 'Hotels']);
  });
});

describe('searching', () => {
  it('typing filters at once, deleting brings back', () => {
    const walk = atList().type('p').type('a').type('y');
    expect(walk.on('choose').found.hits).toBe(2);
    walk.press('ctrl+u');
    expect(walk.on('choose').found.hits).toBe(10);
  });

  it('Esc clears the query and then goes back', () => {
    const walk = atList().type('pay').press('escape');
    expect(walk.on('choose')).toMatchObject({query: {text: ''}, found: {hits: 10}});
    expect(walk.press('escape').screen.kind).toBe('way');
  });

  it('Shift+Tab goes back at once', () => {
    expect(atList().type('pay').press('shift+tab').screen.kind).toBe('way');
  });

  it('a pasted id finds its API', () => {
    const id = '3f0c9a77e21b4f0f86abf16d4e3197d5';
    const walk = atList([...estate, api({name: 'Hidden', id})]).paste(`${id}\n`);
    expect(rowsOf(walk)).toEqual(['# authToken', 'Hidden']);
  });

  it('what matches nothing leaves no row, and no Enter goes on', () => {
    const walk = atList().type('zzz');
    expect(walk.on('choose')).toMatchObject({found: {hits: 0}, cursor: undefined});
    expect(walk.press('enter').state.note).toEqual({kind: 'nothingChosen'});
    expect(walk.press('tab').state.note).toEqual({kind: 'nothingHere'});
    expect(walk.press('down', 'end', 'pageDown').screen.kind).toBe('choose');
  });

  it('a longer query puts the cursor on the best hit, a shorter one keeps it on its API', () => {
    expect(underCursor(atApi('Payments').type('pay'))).toBe('Payroll');
    const walk = atApi('Stock').type('pay');
    expect(underCursor(walk)).toBe('Payroll');
    walk.press('down');
    expect(underCursor(walk)).toBe('Payments');
    walk.press('backspace', 'backspace', 'backspace');
    expect(underCursor(walk)).toBe('Payments');
  });

  it('moving the caret changes neither hits nor cursor', () => {
    const walk = atList().type('pay').press('down');
    const {found, cursor} = walk.on('choose');
    walk.press('left', 'ctrl+a', 'right', 'ctrl+e');
    expect(walk.on('choose')).toMatchObject({found, cursor});
  });
});

describe('the cursor', () => {
  it('moves through the groups and stops at both ends', () => {
    const walk = atList().press('up');
    expect(underCursor(walk)).toBe('Abroad');
    expect(underCursor(walk.press('end'))).toBe('Weather');
    expect(underCursor(walk.press('down'))).toBe('Weather');
    expect(underCursor(walk.press('home'))).toBe('Abroad');
    expect(underCursor(walk.press('pageDown'))).toBe('Weather');
    expect(underCursor(walk.press('pageUp'))).toBe('Abroad');
  });

  it('stays in its group where an API stands under two', () => {
    const walk = atList().press('end', 'up');
    expect(walk.on('choose').cursor).toEqual({id: 'hotels', group: 'jwt'});
    walk.press('up', 'down');
    expect(walk.on('choose').cursor).toEqual({id: 'hotels', group: 'jwt'});
  });

  it('keeps its API when more arrive', () => {
    const walk = atApi('Orders');
    walk.arrive([api({name: 'Aardvark'}), api({name: 'Albatross'}), api({name: 'Zebra'})]);
    expect(underCursor(walk)).toBe('Orders');
    expect(walk.on('choose').found.hits).toBe(13);
  });

  it('keeps its API when the filter or the groups change', () => {
    const walk = atApi('Hotels').press('ctrl+t').choose('none');
    expect(underCursor(walk)).toBe('Hotels');
    walk.press('ctrl+r', 'down', 'down', 'down', ' ', 'enter');
    expect(walk.on('choose').filter.authTypes).toEqual(['jwt']);
    expect(underCursor(walk)).toBe('Hotels');
    expect(underCursor(walk.press('ctrl+x'))).toBe('Hotels');
  });

  it('goes to the first row when the filter hides its API', () => {
    const walk = atApi('Payments').press('ctrl+r', 'down', 'down', ' ', 'enter');
    expect(walk.on('choose').filter.authTypes).toEqual(['basic']);
    expect(underCursor(walk)).toBe('Books');
  });

  it('two APIs of the same name are two rows', () => {
    const twins: readonly Api[] = [
      api({name: 'Twin', id: 'twin-a'}),
      api({name: 'Twin', id: 'twin-b'}),
    ];
    const walk = atList(twins).press('home', 'tab', 'down', 'tab');
    expect(walk.state.draft.grants.map(grant => grant.api.id)).toEqual(['twin-a', 'twin-b']);
  });
});

describe('marking', () => {
  it('Tab marks and takes the mark off', () => {
    const walk = atApi('Payments').press('tab');
    expect(marked(walk)).toEqual(['Payments']);
    expect(marked(walk.press('tab'))).toEqual([]);
  });

  it('an API under two groups is one choice', () => {
    const walk = atApi('Hotels').press('tab', 'end', 'up');
    expect(walk.on('choose').cursor).toEqual({id: 'hotels', group: 'jwt'});
    expect(marked(walk)).toEqual(['Hotels']);
    expect(marked(walk.press('tab'))).toEqual([]);
  });

  it.each([
    ['Accounts', 'jwt'],
    ['Books', 'basic'],
  ])('%s is refused on the spot', (name, because) => {
    for (const key of ['tab', 'enter']) {
      const walk = atApi(name).press(key);
      expect(walk.screen.kind).toBe('choose');
      expect(walk.state.note).toEqual({kind: 'refused', because, name});
      expect(marked(walk)).toEqual([]);
    }
  });

  it('the refusal goes away with the next key', () => {
    expect(atApi('Books').press('tab', 'up').state.note).toBeUndefined();
  });

  it('an open API is marked with a warning', () => {
    const walk = atApi('Weather').press('tab');
    expect(marked(walk)).toEqual(['Weather']);
    expect(walk.state.note).toEqual({kind: 'noEffect', name: 'Weather'});
  });

  it('multi-authentication can be marked where the session is the token’s', () => {
    expect(marked(atApi('Hotels').press('tab'))).toEqual(['Hotels']);
  });

  it('the base of an OAS API says that it opens only itself', () => {
    const walk = atApi('Stock').press('tab');
    expect(walk.state.note).toEqual({kind: 'opensOnlyBase', name: 'Stock', versions: ['v2']});
  });

  it('two organisations can’t be mixed, whichever is first', () => {
    const walk = onApi(atApi('Payments').press('tab'), 'Abroad').press('tab');
    expect(marked(walk)).toEqual(['Payments']);
    expect(walk.state.note).toEqual({kind: 'otherOrganisation', name: 'Payments'});
    const other = onApi(atApi('Abroad').press('tab'), 'Payments').press('tab');
    expect(other.state.note).toEqual({kind: 'otherOrganisation', name: 'Abroad'});
  });

  it('marks survive the search, the filter and the way back', () => {
    const walk = atApi('Payments').press('tab').type('orders').press('tab');
    walk.press('ctrl+r', 'down', 'down', ' ', 'enter', 'escape', 'escape');
    expect(walk.screen.kind).toBe('way');
    expect(marked(walk)).toEqual(['Payments', 'Orders']);
    expect(marked(walk.choose('apis'))).toEqual(['Payments', 'Orders']);
  });

  it('Enter goes on with the marked ones, wherever the cursor is', () => {
    const walk = onApi(atApi('Payments').press('tab'), 'Books').press('enter');
    expect(walk.screen.kind).toBe('configure');
    expect(marked(walk)).toEqual(['Payments']);
  });

  it('Enter without a mark takes the row under the cursor', () => {
    expect(marked(atApi('Orders').press('enter'))).toEqual(['Orders']);
  });

  it('the hint says which of the two Enter does', () => {
    const hint = (walk: Walk): string | undefined =>
      walk.says.hints.find(one => one.key === 'Enter')?.does;
    expect(hint(atList())).toBe('take this');
    expect(hint(onApi(atApi('Payments').press('tab'), 'Orders').press('tab'))).toBe('next with 2');
  });

  it('Ctrl+Y asks for the id of the row to be copied', () => {
    const walk = atApi('Orders').press('ctrl+y', 'f4');
    expect(walk.asked('copyId').map(effect => effect.id)).toEqual(['orders', 'orders']);
    walk.happen({kind: 'idCopied', id: 'orders', result: 'sentTmux'});
    expect(walk.state.note).toEqual({kind: 'idSent', id: 'orders'});
    walk.happen({kind: 'idCopied', id: 'orders', result: 'none'});
    expect(walk.state.note).toEqual({kind: 'idNotSent'});
  });
});

describe('versions', () => {
  const versionsOf = (walk: Walk): readonly string[] | undefined =>
    walk.state.draft.grants[0]?.versions;

  it('a versioned API opens its default version', () => {
    expect(versionsOf(atApi('Invoices').press('tab'))).toEqual(['v2']);
  });

  it('without a default version it opens the first one', () => {
    const odd = api({name: 'Odd', versioned: true, versions: ['a', 'b'], defaultVersion: 'gone'});
    expect(versionsOf(atApi('Odd', [odd]).press('tab'))).toEqual(['a']);
  });

  it('where versions do not matter all names are sent', () => {
    const plain = api({name: 'Plain', versions: ['Default', 'other']});
    expect(versionsOf(atApi('Plain', [plain]).press('tab'))).toEqual(['Default', 'other']);
  });

  it('the page changes them, in the order of the API, and marks the API', () => {
    const walk = atApi('Invoices').press('ctrl+v', 'down', ' ', 'down', ' ', 'up', 'up', 'tab');
    expect(walk.on('versions').marked).toEqual(['v3', 'v1']);
    walk.press('enter');
    expect(walk.screen.kind).toBe('choose');
    expect(versionsOf(walk)).toEqual(['v1', 'v3']);
  });

  it('none is refused, Esc changes nothing: looking marks nothing', () => {
    const walk = atApi('Invoices').press('f3', 'down', ' ', 'enter');
    expect(walk.screen.kind).toBe('versions');
    expect(walk.state.note).toEqual({kind: 'versionNeeded'});
    expect(walk.press('escape').state.draft.grants).toEqual([]);
  });

  it('opened again it shows what was chosen', () => {
    const walk = atApi('Invoices').press('f3', ' ', 'enter', 'f3');
    expect(walk.on('versions').marked).toEqual(['v1', 'v2']);
  });

  it('an API without versions says so; one that is refused is refused here too', () => {
    expect(atApi('Payments').press('f3').state.note).toEqual({kind: 'notVersioned'});
    const closed = api({name: 'Closed', versioned: true, versions: ['v1'], authTypes: ['basic']});
    const walk = atApi('Closed', [closed]).press('f3');
    expect(walk.screen.kind).toBe('choose');
    expect(walk.state.note).toMatchObject({kind: 'refused', because: 'basic'});
  });
});
