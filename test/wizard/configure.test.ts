import {describe, expect, it} from 'vitest';
import {formRows} from '../../source/wizard/screens/configure.ts';
import {everyScreen} from '../helpers/screens.ts';
import type {Walk} from '../helpers/wizard.ts';
import {atForm, atWay, atReview, fillForm} from '../helpers/wizard.ts';

const focus = (walk: Walk): string => walk.on('configure').focus;
const problems = (walk: Walk): readonly string[] =>
  walk.on('configure').problems.map(({field, because}) => `${field} ${because}`);

describe('the form', () => {
  it('starts at the first thing that only this person can say', () => {
    expect(focus(atForm())).toBe('alias');
    const named = atForm().type('orders team').press('escape', 'enter');
    expect(focus(named)).toBe('expires');
    const done = fillForm(atForm()).press('escape', 'enter');
    expect(focus(done)).toBe('review');
  });

  it('Down and Tab go round all rows, Up and Shift+Tab the other way', () => {
    const shown = formRows(atForm().state);
    const walk = atForm().press('up');
    const seen: string[] = [];
    for (const key of ['down', 'tab', 'down', 'tab', 'down', 'tab', 'down']) {
      seen.push(focus(walk));
      walk.press(key);
    }
    expect(seen).toEqual(shown);
    expect(focus(walk)).toBe('logging');
    expect(focus(walk.press('up'))).toBe('review');
    expect(focus(walk.press('shift+tab'))).toBe('limits');
  });

  it('Shift+Tab on the first row goes back to the list', () => {
    expect(atForm().press('up', 'shift+tab').screen.kind).toBe('choose');
  });

  it('logging is off until it is switched on', () => {
    const walk = atForm();
    expect(walk.state.draft.detailedLogging).toBe(false);
    expect(walk.press('up', ' ').state.draft.detailedLogging).toBe(true);
    expect(walk.press(' ').state.draft.detailedLogging).toBe(false);
  });

  it('a blank is a blank where text is typed', () => {
    const walk = atForm().type('a').press(' ').type('b');
    expect(walk.state.draft).toMatchObject({alias: 'a b', detailedLogging: false});
  });

  it('text is edited at its caret, and keeps it beside the rows that are no text', () => {
    const walk = atForm().type('team').press('home').type('orders ').press('down', 'up');
    expect(walk.state.draft.alias).toBe('orders team');
    expect(walk.on('configure').caret).toBe('orders team'.length);
    expect(walk.press('ctrl+w').state.draft.alias).toBe('orders ');
  });

  it('a paste of two lines is one line', () => {
    expect(atForm().paste('orders\nteam\n').state.draft.alias).toBe('orders team');
  });

  it('typing on a row that is no text changes nothing', () => {
    const walk = atForm().press('up');
    const {draft} = walk.state;
    expect(walk.type('xyz').paste('abc').press('backspace').state.draft).toEqual(draft);
  });

  it('Enter in a field with a problem says it beside the field and stays', () => {
    const walk = atForm().press('enter');
    expect([focus(walk), problems(walk)]).toEqual(['alias', ['alias missing']]);
    expect(problems(walk.type('x'))).toEqual([]);
    expect(focus(walk.press('enter'))).toBe('expires');
  });

  it.each([
    [100, []],
    [101, ['alias tooLong']],
  ])('an alias of %i characters', (length, expected) => {
    const walk = atForm().type('é'.repeat(length)).press('enter');
    expect(walk.on('configure').problems.map(one => `${one.field} ${one.because}`)).toEqual(
      expected,
    );
    expect(walk.state.draft.alias).toHaveLength(length);
  });

  it('going on with something missing leads to the first field that misses it', () => {
    const walk = atForm().press('up', 'up', 'enter');
    expect([focus(walk), problems(walk)]).toEqual(['alias', ['alias missing', 'expires missing']]);
    walk.type('orders team').press('up', 'up', 'enter');
    expect([focus(walk), problems(walk)]).toEqual(['expires', ['expires missing']]);
    walk.press('enter').choose('1h');
    expect(problems(walk)).toEqual([]);
  });

  it('limits are no step on the way, and open a page of their own', () => {
    const walk = atForm().press('up', 'up', 'up', 'enter');
    expect(walk.screen.kind).toBe('limits');
  });

  it('the short way takes no more presses than it ever did', () => {
    const walk = atWay().choose('apis').press('enter').type('orders team').press('enter', 'enter');
    walk.choose('1w').press('down', 'down', 'down', 'enter', 'enter');
    expect(walk.asked('createKey')).toHaveLength(1);
  });

  it('back loses nothing', () => {
    const walk = fillForm(atForm()).type('a, b').press('up', 'up', 'up', ' ');
    const {draft} = walk.state;
    walk.press('escape', 'escape').choose('apis').press('enter');
    expect(walk.screen.kind).toBe('configure');
    expect(walk.state.draft).toEqual(draft);
  });
});

describe('the expiry', () => {
  it('has nothing preselected', () => {
    expect(atForm().state.draft.expires).toEqual({kind: 'unset'});
  });

  it('a row of the menu is taken, and the next field has the focus', () => {
    const walk = everyScreen.expiry().choose('3mo');
    expect(walk.state.draft.expires).toEqual({kind: 'preset', id: '3mo'});
    expect(focus(walk)).toBe('tags');
  });

  it('Esc chooses nothing', () => {
    const walk = everyScreen.expiry().press('escape');
    expect([focus(walk), walk.state.draft.expires]).toEqual(['expires', {kind: 'unset'}]);
  });

  it('an own duration is taken as it was typed', () => {
    const walk = everyScreen.ownExpiry().type('5h,34m,30s').press('enter');
    expect(walk.state.draft.expires).toEqual({kind: 'own', text: '5h,34m,30s'});
    expect(focus(walk)).toBe('tags');
    expect(walk.press('up', 'enter').choose('own').on('ownExpiry').line.text).toBe('5h,34m,30s');
  });

  it.each([
    ['', 'empty'],
    ['soon', 'notUnderstood'],
    ['0s', 'zero'],
    ['2020-01-01', 'inThePast'],
    ['101y', 'tooFar'],
  ])('%j is refused beside the field and kept', (text, because) => {
    const walk = everyScreen.ownExpiry().type(text).press('enter');
    expect(walk.on('ownExpiry')).toMatchObject({line: {text}, problem: {because}});
    expect(walk.type('1').on('ownExpiry').problem).toBeUndefined();
    expect(walk.press('escape').screen.kind).toBe('expiry');
  });

  it('never must be typed: Enter alone does not do it', () => {
    const walk = everyScreen.never().press('enter');
    expect(walk.on('never').refused).toBe(true);
    expect(walk.state.draft.expires).toEqual({kind: 'unset'});
    walk.type('neve').press('enter');
    expect(walk.on('never').refused).toBe(true);
    walk.type('r').press('enter');
    expect(walk.state.draft.expires).toEqual({kind: 'preset', id: 'never'});
    expect(focus(walk)).toBe('tags');
  });

  it('going back from "never" keeps what was chosen before', () => {
    const walk = everyScreen.expiry().choose('1w').press('up', 'enter').choose('never');
    walk.type('never').press('escape', 'escape');
    expect(walk.state.draft.expires).toEqual({kind: 'preset', id: '1w'});
  });
});

describe('what the form makes', () => {
  it('is a request with trimmed, typed parts', () => {
    const walk = atForm().type('  orders team ').press('enter', 'enter').choose('1mo');
    walk.type('a, b,, A , a').press('up', 'up', 'up', ' ', 'up', 'enter');
    expect(walk.on('review').request).toMatchObject({
      alias: 'orders team',
      detailedLogging: true,
      expiry: {kind: 'after', duration: {months: 1, seconds: 0}},
      tags: ['a', 'b', 'A'],
      organisation: 'org-1',
      access: {kind: 'apis', grants: [{versions: ['Default']}]},
    });
  });

  it('asks for the server’s clock', () => {
    expect(atReview().asked('readClock')).toHaveLength(1);
  });
});
