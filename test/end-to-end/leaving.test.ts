import {describe, expect, it} from 'vitest';
import {keyBytes} from '../helpers/key-bytes.ts';
import {rows, says} from '../helpers/screen-words.ts';
import {startWalk} from '../helpers/walk.ts';
import {plain} from '../tyk/support/server.ts';
import {frontForTest} from './support/front.ts';
import {practiceForTest} from './support/practice.ts';
import {created, stopAt, type Stopped} from './support/stops.ts';

const asked = async (): Promise<Stopped> => {
  const stopped = await stopAt(created);
  await stopped.walk.decides('q', () => stopped.walk.isOn('leave'));
  return stopped;
};

describe('leaving a key that nobody has', () => {
  it('asks, and back is the first answer', async () => {
    const {walk, practice} = await asked();
    expect(walk.isAt(rows.backToKey)).toBe(true);
    walk.press('escape');
    await walk.arrives('created');
    expect(await walk.reveal()).toBe(practice.keys()[0]?.key);
  });

  it('does not take an answer that was typed before the question could be read', async () => {
    const {walk, practice} = await stopAt(created);
    await walk.hasRead();
    walk.write(`q${keyBytes('down').repeat(2)}${keyBytes('enter').repeat(3)}`);
    await walk.arrives('leave');
    await walk.hasRead();
    expect(walk.isOn('leave')).toBe(true);
    expect(practice.keys()).toHaveLength(1);
  });

  it('can revoke it: one DELETE, and said only then', async () => {
    const {walk, practice, front} = await asked();
    const {key} = practice.keys()[0] ?? expect.fail('no key was created');
    await walk.pointsTo(rows.revoke);
    await walk.hasRead();
    walk.write(keyBytes('enter').repeat(3));
    expect(await walk.exit).toEqual({code: 0, signal: null});
    expect(walk.reads()).toContain(says.revokedAgain);
    expect(practice.keys()).toEqual([]);
    const deleted = front.received.filter(({method}) => method === 'DELETE');
    expect(deleted.map(({path}) => decodeURIComponent(path.split('?')[0] ?? ''))).toEqual([
      `/api/keys/${key}`,
    ]);
  });

  it('can leave it alive, and says that nobody has it', async () => {
    const {walk, practice} = await asked();
    await walk.pointsTo(rows.leaveAlive);
    await walk.decides('enter', () => !walk.isOn('leave'));
    expect(await walk.exit).toEqual({code: 0, signal: null});
    expect(walk.reads()).toContain(says.keyNeverShown);
    expect(practice.keys()).toHaveLength(1);
  });
});

it('a key that could not be revoked is said to be alive, and is still there to be seen', async () => {
  const practice = await practiceForTest();
  const front = await frontForTest(practice, {
    'DELETE /api/keys/{}': plain('{"Status":"Error","Message":"Could not delete key."}', 500),
  });
  const walk = startWalk({server: front});
  await walk.toCreatedKey();
  await walk.decides('u', () => walk.isOn('leave'));
  await walk.pointsTo(rows.revoke);
  await walk.decides('enter', () => walk.reads().includes(says.notRevoked));
  walk.press('escape');
  await walk.arrives('created');
  expect(await walk.reveal()).toBe(practice.keys()[0]?.key);
});
