import {describe, expect, it} from 'vitest';
import {expiryInstant, expiryPresets, parseOwnExpiry} from '../../source/key/expiry.ts';
import {seeded} from '../helpers/seeded.ts';

const now = Date.parse('2026-11-23T14:02:31.000Z');
const seconds = (iso: string): number => Date.parse(iso) / 1000;

describe('the instant at which a key ends', () => {
  it.each([
    ['never', {kind: 'never'}, undefined],
    [
      'a week after',
      {kind: 'after', duration: {months: 0, seconds: 604_800}},
      '2026-11-30T14:02:31Z',
    ],
    ['a month after', {kind: 'after', duration: {months: 1, seconds: 0}}, '2026-12-23T14:02:31Z'],
    [
      'at a date',
      {kind: 'at', unixSeconds: seconds('2027-01-01T00:00:00Z')},
      '2027-01-01T00:00:00Z',
    ],
    ['as the policy says', {kind: 'byPolicy', seconds: 60, policy: 'Gold'}, '2026-11-23T14:03:31Z'],
  ] as const)('%s', (_fact, expiry, expected) => {
    expect(expiryInstant(expiry, now)).toBe(expected === undefined ? undefined : seconds(expected));
  });

  it('is a whole second, and not before what was promised', () => {
    const second = {kind: 'after', duration: {months: 0, seconds: 1}} as const;
    expect(expiryInstant(second, now + 1)).toBe(now / 1000 + 2);
    expect(expiryInstant(second, now + 999)).toBe(now / 1000 + 2);
    expect(expiryInstant({kind: 'byPolicy', seconds: 1, policy: 'Gold'}, now + 1)).toBe(
      now / 1000 + 2,
    );
  });
});

describe('the menu', () => {
  it('ends where each row says, and never on the last one', () => {
    const ends = expiryPresets.map(({id, expiry}) => {
      const end = expiryInstant(expiry, now);
      return `${id} ${end === undefined ? 'never' : new Date(end * 1000).toISOString().slice(0, 16)}`;
    });
    expect(ends).toEqual([
      '1h 2026-11-23T15:02',
      '6h 2026-11-23T20:02',
      '12h 2026-11-24T02:02',
      '24h 2026-11-24T14:02',
      '1w 2026-11-30T14:02',
      '2w 2026-12-07T14:02',
      '1mo 2026-12-23T14:02',
      '3mo 2027-02-23T14:02',
      '6mo 2027-05-23T14:02',
      '12mo 2027-11-23T14:02',
      'never never',
    ]);
  });
});

describe('an own date', () => {
  it.each([
    ['works on that day to its end', '2026-12-01', '2026-12-01T23:59:59Z'],
    ['may be today', '2026-11-23', '2026-11-23T23:59:59Z'],
    ['with a time', '2026-12-01 14:00', '2026-12-01T14:00:00Z'],
    ['with seconds', '2026-12-01 14:00:05', '2026-12-01T14:00:05Z'],
    ['with a T', '2026-12-01T14:00', '2026-12-01T14:00:00Z'],
    ['with a Z', '2026-12-01T14:00Z', '2026-12-01T14:00:00Z'],
    ['with UTC', '2026-12-01 14:00 utc', '2026-12-01T14:00:00Z'],
    ['east', '2026-12-01 14:00 +01:00', '2026-12-01T13:00:00Z'],
    ['west, without a colon', '2026-12-01T14:00-0530', '2026-12-01T19:30:00Z'],
    ['a day in another zone', '2026-12-01+01:00', '2026-12-01T22:59:59Z'],
    ['29 February of a leap year', '2028-02-29 00:00', '2028-02-29T00:00:00Z'],
    ['between blanks', '  2026-12-01  14:00  ', '2026-12-01T14:00:00Z'],
  ])('%s', (_fact, text, expected) => {
    const expiry = {kind: 'at', unixSeconds: seconds(expected)};
    expect(parseOwnExpiry(text, now)).toEqual({ok: true, expiry});
  });

  it('takes a duration too', () => {
    const expiry = {kind: 'after', duration: {months: 0, seconds: 20_070}};
    expect(parseOwnExpiry(' 5h,34m,30s ', now)).toEqual({ok: true, expiry});
  });

  it.each([
    ['empty', ''],
    ['empty', '  '],
    ['notUnderstood', 'tomorrow'],
    ['notUnderstood', '5'],
    ['notUnderstood', '5h 2026-12-01'],
    ['notUnderstood', '2026-02-30'],
    ['notUnderstood', '2027-02-29 12:00'],
    ['notUnderstood', '2026-13-01'],
    ['notUnderstood', '2026-00-10'],
    ['notUnderstood', '2026-12-01 24:00'],
    ['notUnderstood', '2026-12-01 14:60'],
    ['notUnderstood', '2026-12-01 14:00 CET'],
    ['notUnderstood', '2026-12-01 14:00 +15:00'],
    ['notUnderstood', '2026-12-01 14:00 +01:60'],
    ['notUnderstood', '01.12.2026'],
    ['notUnderstood', '12/01/2026'],
    ['notUnderstood', '1796133600'],
    ['zero', '0h'],
    ['zero', '0d,0s'],
    ['inThePast', '2026-11-22'],
    ['inThePast', '2026-11-23 14:02:31'],
    ['inThePast', '0001-01-01'],
    ['tooFar', '101y'],
    ['tooFar', '1200mo,1s'],
    ['tooFar', '9999-12-31'],
    ['tooFar', `${'9'.repeat(400)}w`],
    ['tooFar', '99999999999999 months'],
  ])('%s: %j', (because, text) => {
    expect(parseOwnExpiry(text, now)).toEqual({ok: false, because});
  });

  it('reaches a hundred years and no further', () => {
    expect(parseOwnExpiry('100y', now).ok).toBe(true);
    expect(parseOwnExpiry('2126-11-23 14:02:31', now).ok).toBe(true);
    expect(parseOwnExpiry('2126-11-23 14:02:32', now).ok).toBe(false);
  });

  it('is read back as it was written, in every zone', () => {
    const chance = seeded(7);
    for (let walk = 0; walk < 1000; walk++) {
      const at = chance.whole(now / 1000 + 1, now / 1000 + 3e9);
      const quarters = chance.whole(-48, 56);
      const local = new Date((at + quarters * 900) * 1000).toISOString().slice(0, 19);
      const [hours, minutes] = [Math.floor(Math.abs(quarters) / 4), (Math.abs(quarters) % 4) * 15];
      const two = (part: number): string => String(part).padStart(2, '0');
      const zone = `${quarters < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
      const text = `${local.replace('T', chance.pick(['T', ' ']))}${chance.pick(['', ' '])}${zone}`;
      expect(parseOwnExpiry(text, now), text).toEqual({
        ok: true,
        expiry: {kind: 'at', unixSeconds: at},
      });
    }
  });
});
