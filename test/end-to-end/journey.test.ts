import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {untouchedModes} from '../helpers/emulator.ts';
import {says} from '../helpers/screen-words.ts';
import {startWalk} from '../helpers/walk.ts';
import {postsAmong} from './support/front.ts';
import {practiceForTest} from './support/practice.ts';
import {holdsSecret, leftOnPlainTerminal} from './support/secrets.ts';

describe('the whole way', () => {
  it('leads by an API to one key, which the screen shows and nothing else holds', async () => {
    const practice = await practiceForTest();
    const {credential} = practice;
    const walk = startWalk({server: practice});
    await walk.toCreatedKey();
    const {key, hash, session} = practice.keys()[0] ?? expect.fail('no key was created');
    expect(session).toMatchObject({alias: 'ci'});
    expect(walk.reads()).toContain(hash);
    expect(holdsSecret(walk.bytes().toString(), key)).toBe(false);

    expect(await walk.reveal()).toBe(key);
    await walk.hide();
    expect(holdsSecret(walk.text(), key)).toBe(false);
    await walk.reveal();
    expect(readFileSync(`/proc/${walk.pid}/cmdline`, 'utf8')).not.toMatch(key);
    expect(readFileSync(`/proc/${walk.pid}/cmdline`, 'utf8')).not.toMatch(credential);

    await walk.hasRead();
    expect(holdsSecret(await leftOnPlainTerminal(walk), key)).toBe(true);
    const shown = walk.mark();
    expect(await walk.leave()).toEqual({code: 0, signal: null});
    expect(walk.modes()).toEqual(untouchedModes);
    expect(walk.reads()).toContain(`Key "ci" ${says.created}, hash ${String(hash)}`);
    expect(holdsSecret(walk.bytesSince(shown).toString(), key)).toBe(false);
    expect(holdsSecret(await leftOnPlainTerminal(walk), key)).toBe(false);
    expect(holdsSecret(walk.bytes().toString(), credential)).toBe(false);
    for (const [file, written] of walk.files())
      for (const secret of [key, credential])
        expect(holdsSecret(written.toString('latin1'), secret), file).toBe(false);
    expect(
      practice
        .requests()
        .map(({path}) => path)
        .join(),
    ).not.toMatch(credential);
    expect(
      practice
        .requests()
        .map(({path}) => path)
        .join(),
    ).not.toMatch(key);
    expect(postsAmong(practice.requests())).toBe(1);
  });

  it('leads by a policy to one key', async () => {
    const practice = await practiceForTest();
    const walk = startWalk({server: practice});
    await walk.toPolicies();
    await walk.choosePolicy('Retail suite');
    await walk.alias('shop');
    await walk.expires('3 months');
    await walk.toReview();
    await walk.create();
    expect(await walk.reveal()).toBe(practice.keys()[0]?.key);
    expect(practice.keys()).toMatchObject([
      {session: {alias: 'shop', apply_policies: [expect.stringMatching(/^[0-9a-f]{24}$/)]}},
    ]);
    expect(await walk.leave()).toEqual({code: 0, signal: null});
    expect(postsAmong(practice.requests())).toBe(1);
  });

  it('can be practised without a server, and there the key can be tried', async () => {
    const walk = startWalk({args: ['--demo']});
    await walk.arrives('way');
    expect(walk.reads()).toContain(says.practice);
    await walk.toCreatedKey();
    await walk.decides('t', () => walk.reads().includes(says.opensIt));
    await walk.sees(says.opensNotIt);
    expect(await walk.reveal()).toMatch(/^[\w+/=-]{100,}$/);
    expect(await walk.leave()).toEqual({code: 0, signal: null});
  });
});
