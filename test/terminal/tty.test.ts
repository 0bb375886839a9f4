import {PassThrough} from 'node:stream';
import {describe, expect, it} from 'vitest';
import {openTty, sizeOf, type TtyIn, type TtyOut} from '../../source/terminal/tty.ts';
import {FakeIn, FakeOut} from './fake-tty.ts';

describe('opening the terminal', () => {
  it('takes two terminals', () => {
    const [input, output] = [new FakeIn(), new FakeOut()];
    expect(openTty(input, output)).toEqual({ok: true, tty: {in: input, out: output}});
  });

  it('says which side is not one', () => {
    expect(openTty(new PassThrough(), new FakeOut())).toEqual({ok: false, missing: 'in'});
    expect(openTty(new FakeIn(), new PassThrough())).toEqual({ok: false, missing: 'out'});
  });

  it('wants raw mode and not only the word for it', () => {
    const wrapped = Object.assign(new PassThrough(), {isTTY: true});
    expect(openTty(wrapped, new FakeOut())).toEqual({ok: false, missing: 'in'});
  });

  it('has the shape of this process’s streams', () => {
    const streams: readonly [TtyIn, TtyOut] = [process.stdin, process.stdout];
    expect(streams.length).toBe(2);
  });

  it('has no size where the terminal does not say', () => {
    expect(sizeOf(new PassThrough())).toEqual({columns: 0, rows: 0});
    expect(sizeOf(new FakeOut())).toEqual({columns: 80, rows: 24});
  });
});
