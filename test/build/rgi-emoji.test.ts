import {describe, expect, it} from 'vitest';
import {RgiEmoji} from '../../source/build/stand-ins/rgi-emoji.ts';
import {seeded} from '../helpers/seeded.ts';

const real = new RegExp(String.raw`^\p{RGI_Emoji}$`, 'v');
const standIn = new RgiEmoji();

const differing = (texts: readonly string[]): readonly string[] =>
  texts.filter(text => standIn.test(text) !== real.test(text));

describe('the stand-in for the emoji pattern answers as the real one', () => {
  it('for every code point of the planes that hold emoji, also with a selector', () => {
    const points = Array.from({length: 0x20000}, (_, point) => String.fromCodePoint(point));
    expect(differing(points)).toEqual([]);
    expect(differing(points.map(point => `${point}\ufe0f`))).toEqual([]);
  });

  it('for 50,000 random sequences of the parts of emoji', () => {
    const chance = seeded(2);
    const parts = [
      ...['0', '#', 'a', 'é', '©', '⌚', '☝', '❤', '👩', '🚀', '🏽', '🇩', '🇪', '🏴', '1️⃣', '👩‍🚀'],
      ...['\u200d', '\ufe0e', '\ufe0f', '\u20e3', '\u{e0067}', '\u{e007f}', '\u0301'],
    ] as const;
    const texts = Array.from({length: 50_000}, () => chance.text(parts, chance.whole(1, 4)));
    expect(texts.filter(text => text.length > 1 && real.test(text)).length).toBeGreaterThan(100);
    expect(differing(texts)).toEqual([]);
  });
});
