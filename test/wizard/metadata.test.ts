import {describe, expect, it} from 'vitest';
import {everyScreen} from '../helpers/screens.ts';
import type {Walk} from '../helpers/wizard.ts';

const at = (): Walk => everyScreen.metadata();
const rows = (walk: Walk): readonly string[] =>
  walk.on('metadata').rows.map(({name, value}) => `${name}=${value}`);
const kept = (walk: Walk): readonly string[] =>
  walk.state.draft.metadata.map(({name, value}) => `${name}=${value}`);
const field = (walk: Walk): string => {
  const {at: row, part} = walk.on('metadata');
  return `${row} ${part}`;
};

describe('the metadata page', () => {
  it('starts with one empty row, and has one more for each that is filled', () => {
    const walk = at();
    expect(rows(walk)).toEqual(['=']);
    walk.type('owner').press('enter').type('orders').press('enter');
    expect(rows(walk)).toEqual(['owner=orders', '=']);
    expect(field(walk)).toBe('1 name');
  });

  it('keeps what is typed as it is typed', () => {
    const walk = at().type('owner').press('tab').type('a');
    expect(kept(walk)).toEqual(['owner=a']);
    expect(kept(walk.press('escape'))).toEqual(['owner=a']);
  });

  it('Enter on the empty row at the end goes on, in either of its fields', () => {
    expect(at().press('enter').screen.kind).toBe('configure');
    const walk = at().press('tab');
    expect(field(walk)).toBe('0 value');
    expect(walk.press('enter').screen.kind).toBe('configure');
  });

  it('Up and Down move by rows, Tab and Shift+Tab by fields', () => {
    const walk = at()
      .type('a')
      .press('tab')
      .type('1')
      .press('tab')
      .type('b')
      .press('tab')
      .type('2');
    expect(field(walk)).toBe('1 value');
    expect(field(walk.press('up'))).toBe('0 value');
    expect(field(walk.press('shift+tab', 'shift+tab'))).toBe('0 name');
    expect(field(walk.press('down', 'down'))).toBe('2 name');
    expect(field(walk.press('down', 'tab', 'tab'))).toBe('2 value');
  });

  it('the caret is at the end of the field that is reached', () => {
    const walk = at().type('owner').press('home', 'tab').type('x').press('shift+tab');
    expect(walk.on('metadata').caret).toBe(5);
  });

  it.each(['ctrl+d', 'f8'])('%s removes the row', key => {
    const walk = at().type('a').press('tab', 'tab').type('b').press('tab', 'tab').type('c');
    walk.press('up', key);
    expect(rows(walk)).toEqual(['a=', 'c=', '=']);
    expect(kept(walk)).toEqual(['a=', 'c=']);
    walk.press(key, key);
    expect(rows(walk)).toEqual(['a=', '=']);
    expect(rows(walk.press('up', key, key))).toEqual(['=']);
  });

  it('a paste is one value, its line breaks blanks', () => {
    expect(kept(at().paste('owner').press('tab').paste('two\r\nlines\n'))).toEqual([
      'owner=two lines',
    ]);
  });

  it('the caret edits by what a person sees', () => {
    expect(rows(at().type('x🇩🇪y').press('left', 'backspace'))[0]).toBe('xy=');
  });

  it.each([
    ['a name twice', ['a', '1', 'a', '2'], 'nameTwice', 1],
    ['a value without a name', ['', '1'], 'nameMissing', 0],
    ['a name that Tyk takes for something else', ['policies', '1'], 'namePolicies', 0],
  ] as const)('%s is shown when going on', (_, typed, because, row) => {
    const walk = at();
    for (const text of typed) walk.type(text).press('tab');
    walk.press('enter');
    expect(walk.on('metadata')).toMatchObject({problem: {because, at: row}, at: row, part: 'name'});
  });

  it('points at the right row though empty ones stand before it', () => {
    const walk = at().type('x').press('tab', 'tab').type('policies').press('tab', 'tab');
    walk.press('up', 'up', 'ctrl+u');
    expect(rows(walk)).toEqual(['=', 'policies=', '=']);
    walk.press('down', 'down', 'enter');
    expect(walk.on('metadata')).toMatchObject({at: 1, problem: {because: 'namePolicies', at: 1}});
  });

  it('back never waits for a row to be right, and the problem is told at the review', () => {
    const walk = at().type('policies').press('escape');
    expect(walk.on('configure').focus).toBe('review');
    walk.press('enter');
    expect(walk.on('configure')).toMatchObject({
      focus: 'metadata',
      problems: [{because: 'namePolicies'}],
    });
  });

  it('opened again it shows what is there, the caret in a new row', () => {
    const walk = at().type('a').press('escape', 'up', 'up', 'enter');
    expect(rows(walk)).toEqual(['a=', '=']);
    expect(field(walk)).toBe('1 name');
  });
});
