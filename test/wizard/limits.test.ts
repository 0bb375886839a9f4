import {describe, expect, it} from 'vitest';
import {everyScreen} from '../helpers/screens.ts';
import {atForm, fillForm} from '../helpers/wizard.ts';
import type {Walk} from '../helpers/wizard.ts';

const atLimits = (): Walk => everyScreen.limits();
const focus = (walk: Walk): string => walk.on('limits').focus;
const done = (walk: Walk): Walk => {
  while (focus(walk) !== 'done') walk.press('down');
  return walk.press('enter');
};

describe('the limits', () => {
  it('show numbers only for what is on', () => {
    const walk = atLimits();
    const rows = (): readonly string[] =>
      walk.says.body.flatMap(block => (block.kind === 'row' ? [block.label] : []));
    const before = rows();
    walk.press(' ');
    expect(before.filter(label => !rows().includes(label))).toEqual(['Requests', 'Per seconds']);
  });

  it('go into the request, and back to the form in one step', () => {
    const walk = atLimits().press('down', 'ctrl+u').type('5').press('enter', 'ctrl+u').type('10');
    done(walk);
    expect(walk.on('configure').focus).toBe('review');
    walk.press('enter');
    expect(walk.on('review').request.limits.rate).toEqual({requests: 5, perSeconds: 10});
  });

  it('a number that makes no sense keeps the way on closed, but never the way back', () => {
    const walk = atLimits().press('down', 'ctrl+u').type('0');
    done(walk);
    expect([focus(walk), walk.on('limits').problems.map(({part}) => part)]).toEqual([
      'requests',
      ['requests'],
    ]);
    walk.press('escape', 'enter');
    expect(walk.on('configure').focus).toBe('limits');
    expect(walk.state.draft.limits.rate.requests).toBe('0');
  });

  it('typing takes the problem of that number away', () => {
    const walk = atLimits().press('down', 'ctrl+u', 'enter');
    expect(walk.on('limits').problems).toHaveLength(1);
    walk.type('7');
    expect(walk.on('limits').problems).toEqual([]);
  });

  it('the period comes from a menu or is typed, and goes on to the next row', () => {
    const walk = everyScreen.renewal().choose('24h');
    expect([focus(walk), walk.state.draft.limits.quota.renews]).toEqual([
      'done',
      {kind: 'preset', id: '24h'},
    ]);
    const own = everyScreen.ownRenewal().type('soon').press('enter');
    expect(own.on('ownRenewal').problem?.because).toBe('notUnderstood');
    own.press('ctrl+u').type('36h').press('enter');
    expect([focus(own), own.state.draft.limits.quota.renews]).toEqual([
      'done',
      {kind: 'own', text: '36h'},
    ]);
  });

  it('opened from the review, come back there', () => {
    const walk = fillForm(atForm()).press('down', 'down', 'down', 'enter');
    while (walk.on('review').lines[walk.on('review').cursor]?.kind !== 'limits') walk.press('up');
    walk.press('enter', ' ');
    done(walk);
    expect(walk.on('review').request.limits.rate).toBeUndefined();
  });

  it('switching off and on again keeps what was typed', () => {
    const walk = atLimits().press('down', 'ctrl+u').type('42').press('up', ' ', ' ');
    expect(walk.state.draft.limits.rate).toEqual({on: true, requests: '42', perSeconds: '60'});
  });

  it('throttling without a rate limit is said to do nothing', () => {
    const walk = atLimits().press(' ', 'down', ' ');
    const notes = walk.says.body.flatMap(block => (block.kind === 'row' ? [block.note] : []));
    expect(notes).toContain('no effect without a rate limit');
  });
});
