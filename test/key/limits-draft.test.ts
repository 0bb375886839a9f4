import {describe, expect, it} from 'vitest';
import {defaultLimitsDraft, parseLimits} from '../../source/key/limits-draft.ts';
import type {LimitsDraft} from '../../source/key/limits-draft.ts';
import {defaultLimits} from '../../source/key/limits.ts';

const {rate, throttle, quota} = defaultLimitsDraft;
const parsed = (some: Partial<LimitsDraft>) => parseLimits({...defaultLimitsDraft, ...some});

describe('limits as typed', () => {
  it('are the Dashboard\u2019s own defaults until somebody changes them', () => {
    expect(parsed({})).toEqual({ok: true, limits: defaultLimits});
  });

  it.each<[string, Partial<LimitsDraft>, object]>([
    [
      'a number with separators',
      {rate: {...rate, requests: '1,500'}},
      {rate: {requests: 1500, perSeconds: 60}},
    ],
    ['no rate limit', {rate: {...rate, on: false}}, {rate: undefined}],
    [
      'nonsense in what is off',
      {rate: {on: false, requests: 'x', perSeconds: '0'}},
      {rate: undefined},
    ],
    [
      'throttling',
      {throttle: {...throttle, on: true}},
      {throttle: {retries: 3, intervalSeconds: 1}},
    ],
    [
      'a quota',
      {quota: {...quota, on: true}},
      {quota: {requests: 10_000, renewsEverySeconds: 604_800}},
    ],
    [
      'a quota of a month',
      {quota: {...quota, on: true, renews: {kind: 'preset', id: '1mo'}}},
      {quota: {requests: 10_000, renewsEverySeconds: 2_592_000}},
    ],
    [
      'a quota that never resets',
      {quota: {...quota, on: true, renews: {kind: 'preset', id: 'never'}}},
      {quota: {requests: 10_000, renewsEverySeconds: 0}},
    ],
    [
      'a period of one\u2019s own',
      {quota: {...quota, on: true, renews: {kind: 'own', text: '1h,30m'}}},
      {quota: {requests: 10_000, renewsEverySeconds: 5400}},
    ],
    ['a query depth', {queryDepth: '5'}, {queryDepth: 5}],
  ])('%s', (_, some, limits) => {
    expect(parsed(some)).toMatchObject({ok: true, limits});
  });

  it.each<[string, Partial<LimitsDraft>, string, string]>([
    ['no number', {rate: {...rate, requests: ' '}}, 'requests', 'missing'],
    ['half a call', {rate: {...rate, requests: '2.5'}}, 'requests', 'notWhole'],
    ['a word', {rate: {...rate, perSeconds: 'minute'}}, 'perSeconds', 'notWhole'],
    ['a power', {rate: {...rate, requests: '1e3'}}, 'requests', 'notWhole'],
    ['per 0, which means no limit', {rate: {...rate, perSeconds: '0'}}, 'perSeconds', 'tooSmall'],
    ['a negative rate', {rate: {...rate, requests: '-5'}}, 'requests', 'tooSmall'],
    ['more than anybody calls', {rate: {...rate, requests: '9999999999'}}, 'requests', 'tooLarge'],
    ['a quota of 0', {quota: {...quota, on: true, requests: '0'}}, 'quota', 'tooSmall'],
    [
      'a period that is none',
      {quota: {...quota, on: true, renews: {kind: 'own', text: 'soon'}}},
      'renews',
      'notUnderstood',
    ],
    [
      'a period of no time',
      {quota: {...quota, on: true, renews: {kind: 'own', text: '0s'}}},
      'renews',
      'tooSmall',
    ],
    ['a depth of 0', {queryDepth: '0'}, 'queryDepth', 'tooSmall'],
  ])('%s is refused', (_, some, part, because) => {
    expect(parsed(some)).toMatchObject({ok: false, problems: [{part, because}]});
  });

  it('all problems are told at once', () => {
    const some = {rate: {on: true, requests: '', perSeconds: '0'}};
    expect(parsed(some)).toMatchObject({
      problems: [{part: 'requests'}, {part: 'perSeconds'}],
    });
  });
});
