import {describe, expect, it} from 'vitest';
import type {Duration} from '../../source/key/duration.ts';
import {addDuration, durationParts, parseDuration} from '../../source/key/duration.ts';
import {seeded} from '../helpers/seeded.ts';

const later = (from: string, duration: Duration): string =>
  new Date(addDuration(Date.parse(from), duration)).toISOString();

describe('adding a duration', () => {
  it.each([
    ['seconds', '2026-11-23T14:02:31.000Z', 0, 90_061, '2026-11-24T15:03:32.000Z'],
    ['a month', '2026-11-23T14:02:31.500Z', 1, 0, '2026-12-23T14:02:31.500Z'],
    ['a month after 31 January', '2026-01-31T23:59:59.000Z', 1, 0, '2026-02-28T23:59:59.000Z'],
    [
      'a month after 31 January of a leap year',
      '2028-01-31T00:00:00.000Z',
      1,
      0,
      '2028-02-29T00:00:00.000Z',
    ],
    ['a month after 31 October', '2026-10-31T12:00:00.000Z', 1, 0, '2026-11-30T12:00:00.000Z'],
    [
      'three months over the new year',
      '2026-11-30T12:00:00.000Z',
      3,
      0,
      '2027-02-28T12:00:00.000Z',
    ],
    ['a year after 29 February', '2028-02-29T12:00:00.000Z', 12, 0, '2029-02-28T12:00:00.000Z'],
    ['months first, then seconds', '2026-01-31T23:59:59.000Z', 1, 1, '2026-03-01T00:00:00.000Z'],
    ['nothing', '2026-11-23T14:02:31.007Z', 0, 0, '2026-11-23T14:02:31.007Z'],
  ])('%s', (_fact, from, months, seconds, expected) => {
    expect(later(from, {months, seconds})).toBe(expected);
  });

  it('is no date any more beyond all dates', () => {
    expect(addDuration(0, {months: 1e9, seconds: 0})).toBeNaN();
  });

  it('keeps the time of day, counts the months and never skips one', () => {
    const chance = seeded(31);
    for (let walk = 0; walk < 2000; walk++) {
      const from = new Date(chance.whole(0, 4e12));
      const months = chance.whole(0, 1200);
      const to = new Date(addDuration(from.getTime(), {months, seconds: 0}));
      const monthsOf = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();
      expect(monthsOf(to) - monthsOf(from)).toBe(months);
      expect(to.toISOString().slice(10)).toBe(from.toISOString().slice(10));
      const tomorrow = new Date(to.getTime() + 86_400_000);
      const clamped = to.getUTCDate() < from.getUTCDate();
      expect(to.getUTCDate() === from.getUTCDate() || clamped).toBe(true);
      if (clamped) expect(tomorrow.getUTCDate()).toBe(1);
    }
  });
});

describe('the parts of a duration', () => {
  it.each([
    ['the largest first', 1, 90_061, '1 month 1 day 1 hour 1 minute 1 second'],
    ['whole weeks are weeks', 0, 14 * 86_400, '2 week'],
    ['ten days are ten days', 0, 10 * 86_400, '10 day'],
    ['a week and a bit is days', 0, 7 * 86_400 + 3600, '7 day 1 hour'],
    ['months and whole weeks', 2, 7 * 86_400, '2 month 1 week'],
    ['a year is twelve months', 12, 0, '12 month'],
    ['24 hours are a day', 0, 86_400, '1 day'],
    ['zeros are not said', 0, 3601, '1 hour 1 second'],
    ['no time at all', 0, 0, '0 second'],
  ])('%s', (_fact, months, seconds, expected) => {
    const said = durationParts({months, seconds}).map(({unit, count}) => `${count} ${unit}`);
    expect(said.join(' ')).toBe(expected);
  });
});

describe('the notation of the Dashboard', () => {
  it.each([
    ['5h,34m,30s', 0, 5 * 3600 + 34 * 60 + 30],
    ['5h, 34m, 30s', 0, 5 * 3600 + 34 * 60 + 30],
    ['5h 34m 30s', 0, 5 * 3600 + 34 * 60 + 30],
    ['5h34m30s', 0, 5 * 3600 + 34 * 60 + 30],
    ['30s,5h', 0, 5 * 3600 + 30],
    ['5H,30S', 0, 5 * 3600 + 30],
    ['1h,1h', 0, 7200],
    ['1h,', 0, 3600],
    ['5m', 0, 300],
    ['5M', 5, 0],
    ['5mo', 5, 0],
    ['5 MO', 5, 0],
    ['1 month', 1, 0],
    ['2 months, 1 week', 2, 604_800],
    ['2w', 0, 1_209_600],
    ['3 days', 0, 259_200],
    ['10 min', 0, 600],
    ['90 seconds', 0, 90],
    ['1y', 12, 0],
    ['0h', 0, 0],
    ['007d', 0, 7 * 86_400],
  ])('%s', (text, months, seconds) => {
    expect(parseDuration(text)).toEqual({months, seconds});
  });

  it.each([
    '',
    ' ',
    '5',
    'h',
    '5x',
    '5h 30',
    '1.5h',
    '-5h',
    '5h,,3m',
    ',5h',
    '5h;3m',
    '5 h ours',
    'never',
    '2026-12-01',
    '５h',
    '5h\u0000',
    'toString',
    '1 constructor',
  ])('%j is no duration', text => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('comes back from its own parts, in any order', () => {
    const chance = seeded(5);
    const short = {month: 'mo', week: 'w', day: 'd', hour: 'h', minute: 'm', second: 's'} as const;
    for (let walk = 0; walk < 1000; walk++) {
      const duration = {months: chance.whole(0, 30), seconds: chance.whole(0, 3e6)};
      const written = durationParts(duration).map(({unit, count}) => `${count}${short[unit]}`);
      const separator = chance.pick([',', ' ', ', ', '']);
      expect(parseDuration(written.join(separator))).toEqual(duration);
      expect(parseDuration(written.reverse().join(separator))).toEqual(duration);
    }
  });

  it('gives up on ten thousand blanks at once', () => {
    const started = performance.now();
    expect(parseDuration(`1h${' '.repeat(10_000)}?`)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(200);
  });
});
