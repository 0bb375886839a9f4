import {describe, expect, it} from 'vitest';
import {startWalk} from '../helpers/walk.ts';
import {practiceForTest} from './support/practice.ts';

describe('the whole way', () => {
  it('leads by an API to a key', async () => {
    const practice = await practiceForTest();
    const walk = startWalk({server: {...practice}});
    await walk.toCreatedKey();
    expect(await walk.reveal()).toBe(practice.keys()[0]?.key);
    expect(await walk.leave()).toEqual({code: 0, signal: null});
  });
});
