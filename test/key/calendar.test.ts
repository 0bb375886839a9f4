import {describe, expect, it} from 'vitest';
import {
  formatInstant,
  formatMinute,
  formatWithLocal,
  localAside,
  momentOf,
  zoneLabel,
} from '../../source/key/calendar.ts';
import {seeded} from '../helpers/seeded.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;
const cet = {offsetMinutes: 60, label: 'CET'};

describe('an instant', () => {
  it.each([
    ['a Monday', '2026-11-30T14:02:31Z', 0, 'UTC', 'Mon 30 Nov 2026 14:02:31 UTC'],
    ['a leap day, first minute', '2028-02-29T00:00:09Z', 0, 'UTC', 'Tue 29 Feb 2028 00:00:09 UTC'],
    ['a single-digit day', '2027-01-02T05:06:07Z', 0, 'UTC', 'Sat 2 Jan 2027 05:06:07 UTC'],
    ['east over midnight', '2026-12-31T23:30:00Z', 60, 'CET', 'Fri 1 Jan 2027 00:30:00 CET'],
    ['west over midnight', '2027-01-01T02:00:00Z', -210, 'NST', 'Thu 31 Dec 2026 22:30:00 NST'],
    ['before 1970', '1969-12-31T23:59:59Z', 0, 'UTC', 'Wed 31 Dec 1969 23:59:59 UTC'],
  ])('%s', (_fact, iso, offsetMinutes, label, expected) => {
    expect(formatInstant(at(iso), {offsetMinutes, label})).toBe(expected);
  });

  it('is in UTC unless told otherwise', () => {
    expect(formatInstant(at('2026-11-30T14:02:31Z'))).toBe('Mon 30 Nov 2026 14:02:31 UTC');
    expect(formatMinute(at('2026-11-30T14:02:31Z'))).toBe('Mon 30 Nov 2026 14:02 UTC');
  });

  it('beyond all calendars is a number', () => {
    expect(formatInstant(1e15)).toBe('@1000000000000000');
    expect(formatMinute(1e15)).toBe('@1000000000000000');
    expect(formatWithLocal(1e15, cet)).toBe('@1000000000000000');
    expect(momentOf(Number.NaN, 0)).toBeUndefined();
  });

  it('agrees with what Intl says', () => {
    const chance = seeded(11);
    const parts = {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric'} as const;
    const intl = new Intl.DateTimeFormat('en-US', {...parts, timeZone: 'UTC'});
    for (let walk = 0; walk < 500; walk++) {
      const second = chance.whole(0, 4e9);
      const said = new Map(intl.formatToParts(second * 1000).map(part => [part.type, part.value]));
      const words = ['weekday', 'day', 'month', 'year'] as const;
      const expected = words.map(word => said.get(word)).join(' ');
      expect(formatMinute(second)).toBe(
        `${expected} ${new Date(second * 1000).toISOString().slice(11, 16)} UTC`,
      );
    }
  });
});

describe('the local time beside it', () => {
  it.each([
    ['the same day', '2026-11-30T14:02:31Z', 60, 'CET', 'Mon 30 Nov 2026 14:02 UTC (15:02 CET)'],
    [
      'the day after',
      '2026-11-30T23:02:31Z',
      60,
      'CET',
      'Mon 30 Nov 2026 23:02 UTC (Tue 00:02 CET)',
    ],
    [
      'the day before',
      '2026-12-01T02:02:31Z',
      -300,
      'EST',
      'Tue 1 Dec 2026 02:02 UTC (Mon 21:02 EST)',
    ],
    [
      'half an hour off',
      '2026-11-30T14:02:31Z',
      330,
      'IST',
      'Mon 30 Nov 2026 14:02 UTC (19:32 IST)',
    ],
    ['nothing where it is UTC', '2026-11-30T14:02:31Z', 0, 'GMT', 'Mon 30 Nov 2026 14:02 UTC'],
  ])('%s', (_fact, iso, offsetMinutes, label, expected) => {
    expect(formatWithLocal(at(iso), {offsetMinutes, label})).toBe(expected);
  });

  it('can stand alone', () => {
    expect(localAside(at('2026-11-30T14:02:31Z'), cet)).toBe('15:02 CET');
  });

  it.each([
    [0, 'UTC'],
    [60, 'UTC+01:00'],
    [345, 'UTC+05:45'],
    [-210, 'UTC-03:30'],
  ])('%i minutes without a name: %s', (offset, label) => {
    expect(zoneLabel(offset)).toBe(label);
  });
});
