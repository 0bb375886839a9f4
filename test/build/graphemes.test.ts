import {describe, expect, it} from 'vitest';
import {GraphemeSegmenter, isPlain} from '../../source/build/stand-ins/graphemes.ts';
import {seeded} from '../helpers/seeded.ts';

const real = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
const standIn = new GraphemeSegmenter();

const cuts = (segments: Iterable<{readonly segment: string; readonly index: number}>): string =>
  Array.from(segments, ({segment, index}) => `${index}:${segment}`).join('|');

const differing = (texts: readonly string[]): readonly string[] =>
  texts.filter(text => cuts(standIn.segment(text)) !== cuts(real.segment(text)));

/* What joins its neighbours: CR, marks, joiners, selectors, jamo, Indic letters, prefixes, flags. */
const joining = Array.from(
  '\r\u0301\u0903\u200c\u200d\u20e3\ufe0e\ufe0f\uff9e\u1100\u1161\u11a8\u0915\u094d\u0e33\u0600👩🚀🏽🇩🇪',
);
/* One of each kind that the stand-in cuts by itself. */
const plain = Array.from('aZ 1\x1b[\n─│✔❯éЖ語가각ー…€©⌚☝ｱ');

describe('the stand-in for Intl.Segmenter cuts as the real one', () => {
  it('all that it cuts by itself, beside itself and beside each other kind', () => {
    const units = Array.from({length: 0x10000}, (_, unit) => String.fromCharCode(unit));
    const mates = Array.from('\x1ba©⌚가각');
    const texts = units.filter(isPlain).map(unit => unit + mates.join(unit) + unit + unit);
    expect(texts.length).toBeGreaterThan(35_000);
    expect(differing(texts)).toEqual([]);
  });

  it('20,000 random texts of plain and joining characters', () => {
    const chance = seeded(1);
    const letters = ['\ud83d', ...plain, ...joining] as const;
    const texts = Array.from({length: 20_000}, () => chance.text(letters, chance.whole(0, 8)));
    expect(differing(texts)).toEqual([]);
  });

  it('at an index', () => {
    for (const text of ['plain ─', 'joined e\u0301']) {
      const ours = standIn.segment(text);
      const theirs = real.segment(text);
      for (let index = -1; index <= text.length; index++) {
        expect(ours.containing(index)).toEqual(theirs.containing(index));
      }
      expect(ours.containing()).toEqual(theirs.containing());
    }
  });

  it('and leaves to the real one whatever joins', () => {
    expect(joining.filter(isPlain)).toEqual([]);
    expect(plain.every(isPlain)).toBe(true);
  });
});
