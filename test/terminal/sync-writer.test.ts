import {describe, expect, it} from 'vitest';
import {createSyncWriter} from '../../source/terminal/sync-writer.ts';

const failure = (code: string): Error => Object.assign(new Error(code), {code});

const writer = (answers: readonly (number | Error)[]) => {
  const left = [...answers];
  const written: string[] = [];
  let blockedMs = 0;
  const write = createSyncWriter({
    fd: 1,
    writeSync: (_fd, bytes) => {
      const answer = left.shift() ?? bytes.length;
      if (answer instanceof Error) {
        throw answer;
      }
      written.push(Buffer.from(bytes.subarray(0, answer)).toString());
      return answer;
    },
    block: ms => {
      blockedMs += ms;
    },
  });
  return {write, written, blockedMs: () => blockedMs};
};

describe('writing before anything else happens', () => {
  it('goes on after a part', () => {
    const {write, written} = writer([2, 1]);
    write('abcdef');
    expect(written).toEqual(['ab', 'c', 'def']);
  });

  it('waits while the terminal is full', () => {
    const {write, written, blockedMs} = writer([failure('EAGAIN'), failure('EAGAIN')]);
    write('abc');
    expect([written, blockedMs() > 0]).toEqual([['abc'], true]);
  });

  it('gives up on a terminal that stays full, within a second', () => {
    const {write, written, blockedMs} = writer(Array.from({length: 1000}, () => failure('EAGAIN')));
    write('abc');
    expect([written, blockedMs() <= 1000]).toEqual([[], true]);
  });

  it.each(['EIO', 'EPIPE', 'EBADF'])('a terminal that is gone (%s) is no error', code => {
    const {write, written} = writer([failure(code)]);
    write('abc');
    expect(written).toEqual([]);
  });
});
