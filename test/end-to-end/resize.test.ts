import {describe, expect, it} from 'vitest';
import {rows, says} from '../helpers/screen-words.ts';
import type {Walk} from '../helpers/walk.ts';
import {holdsSecret} from './support/secrets.ts';
import {revealed, stopAt, type Stop} from './support/stops.ts';

/* As fast as a window that is dragged: nobody waits for a frame in between. */
const storm = (walk: Walk): void => {
  for (const [columns, height] of [
    [40, 12],
    [20, 5],
    [1, 1],
    [132, 50],
    [41, 13],
    [2, 40],
    [200, 3],
    [80, 24],
  ] as const)
    walk.resize(columns, height);
};

/* One size after the other, each drawn before the next. */
const through = async (walk: Walk, holds: (size: string) => boolean): Promise<void> => {
  for (const [columns, height] of [
    [40, 12],
    [20, 5],
    [1, 1],
    [80, 24],
  ] as const) {
    walk.resize(columns, height);
    await walk.waitFor(() => holds(`${columns}x${height}`));
  }
};

const stops: readonly (Stop & {readonly small: string})[] = [
  {screen: 'the list', way: walk => walk.toApis(), small: 'Batch Import'},
  {
    screen: 'the form',
    way: async walk => {
      await walk.toForm();
      await walk.alias('ci');
    },
    small: `${rows.alias} ci`,
  },
  {screen: 'the review', way: walk => walk.toFilledReview(), small: rows.create},
];

describe('a window that is resized', () => {
  it.each(stops)('shows what fits and then the same again, on $screen', async stop => {
    const {walk, front} = await stopAt(stop);
    await walk.hasLoaded();
    await walk.hasRead();
    const before = walk.text();
    await through(walk, size => {
      switch (size) {
        case '40x12':
          return walk.reads().includes(stop.small);
        case '20x5':
          return /tykey needs/.test(walk.reads());
        case '1x1':
          return true;
        default:
          return walk.text() === before;
      }
    });
    storm(walk);
    await walk.waitFor(() => walk.text() === before);
    walk.press('f1');
    await walk.arrives('help');
    expect(front.posts()).toBe(0);
  });

  it('shows a revealed key whole in every size that it fits in, and leaves none of it behind', async () => {
    const {walk, practice} = await stopAt(revealed);
    const {key} = practice.keys()[0] ?? expect.fail('no key was created');
    const isWhole = (): boolean => walk.screen().join('').includes(key);
    await walk.waitFor(isWhole);
    for (const [columns, height] of [
      [40, 24],
      [100, 30],
      [61, 18],
      [80, 24],
    ] as const) {
      walk.resize(columns, height);
      await walk.waitFor(isWhole);
    }
    await through(walk, size => {
      const shows = holdsSecret(walk.text(), key);
      switch (size) {
        case '40x12':
          return isWhole() || (!shows && walk.reads().includes(says.needsRoom));
        case '20x5':
          return !shows && /tykey needs/.test(walk.reads());
        case '1x1':
          return !shows;
        default:
          return isWhole();
      }
    });
    storm(walk);
    await walk.waitFor(isWhole);
    await walk.hide();
    expect(holdsSecret(walk.history().join(''), key)).toBe(false);
    expect(walk.isOn('created')).toBe(true);
  });
});
