import {describe, expect, it} from 'vitest';
import {untouchedModes} from '../helpers/emulator.ts';
import {holdsSecret, leftOnPlainTerminal} from './support/secrets.ts';
import {everywhere, stopAt} from './support/stops.ts';

describe('a signal', () => {
  it.each(everywhere)('ends it as that signal and leaves no trace, on $screen', async stop => {
    const ends = (['SIGTERM', 'SIGHUP', 'SIGINT'] as const).map(async signal => {
      const {walk, practice} = await stopAt(stop);
      walk.kill(signal);
      expect(await walk.exit).toEqual({code: null, signal});
      expect(walk.modes()).toEqual(untouchedModes);
      const left = walk.history().join('\n') + (await leftOnPlainTerminal(walk));
      for (const {key} of practice.keys()) expect(holdsSecret(left, key)).toBe(false);
      expect(holdsSecret(walk.bytes().toString(), practice.credential)).toBe(false);
    });
    await Promise.all(ends);
  });
});
