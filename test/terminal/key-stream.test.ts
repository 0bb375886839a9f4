import {describe, expect, it} from 'vitest';
import type {KeyPress} from '../../source/terminal/key-table.ts';
import {KeyStream} from '../../source/terminal/key-stream.ts';
import {terminalTimings} from '../../source/terminal/schedule.ts';
import {FakeClock} from './fake-clock.ts';
import {FakeIn, FakeOut} from './fake-tty.ts';

const esc = '\u001B';

const open = () => {
  const clock = new FakeClock();
  const input = new FakeIn();
  const output = new FakeOut();
  const {now, schedule} = clock;
  const tty = {in: input, out: output};
  const stream = new KeyStream({tty, now, schedule, timings: terminalTimings});
  const reads: (readonly KeyPress[])[] = [];
  let endCount = 0;
  const start = (): void => {
    stream.start({
      onKeys: presses => reads.push(presses),
      onEnd: () => {
        endCount++;
      },
    });
  };
  return {
    clock,
    input,
    output,
    stream,
    reads,
    start,
    names: () => reads.flat().map(press => (press.name === 'text' ? press.text : press.name)),
    endCount: () => endCount,
  };
};

const opened = () => {
  const all = open();
  all.start();
  return all;
};

describe('a key stream', () => {
  it('is in raw mode with paste marks on before anybody listens', () => {
    const {input, output} = open();
    expect([input.isRaw, input.isFlowing, output.written]).toEqual([true, true, `${esc}[?2004h`]);
  });

  it('keeps what was typed ahead, read by read, with the time of each read', () => {
    const {input, clock, start, reads} = open();
    input.type('pay');
    clock.advance(30);
    input.type('\r\t');
    clock.advance(500);
    start();
    expect(reads.map(read => read.map(press => [press.name, press.readAt]))).toEqual([
      [['text', 1000]],
      [
        ['enter', 1030],
        ['tab', 1030],
      ],
    ]);
  });

  it('delivers all keys of one read together', () => {
    const {input, reads, names} = opened();
    input.type(`pay\r${esc}[B${esc}[B`);
    expect(reads.length).toBe(1);
    expect(names()).toEqual(['pay', 'enter', 'down', 'down']);
  });

  it('says nothing for a read that holds no key', () => {
    const {input, reads} = opened();
    input.type(`${esc}[I`);
    input.type(Uint8Array.of(0xc3));
    expect(reads).toEqual([]);
    input.type(Uint8Array.of(0xa9));
    expect(reads.flat().map(press => press.text)).toEqual(['é']);
  });

  it.each([40, 120])('an arrow split by %i ms is an arrow', gap => {
    for (const [one, two] of [
      [esc, '[A'],
      [`${esc}[`, 'A'],
      [esc, 'OA'],
    ] as const) {
      const {input, clock, names} = opened();
      input.type(one);
      clock.advance(gap);
      input.type(two);
      clock.advance(2000);
      expect(names()).toEqual(['up']);
    }
  });

  it('an arrow that arrives byte by byte, 140 ms apart, is an arrow', () => {
    const {input, clock, names} = opened();
    for (const byte of `${esc}[1;5D`) {
      input.type(byte);
      clock.advance(140);
    }
    expect(names()).toEqual(['ctrl+left']);
  });

  it('a lone ESC is Escape after 150 ms and not before, stamped with its read', () => {
    const {input, clock, names, reads} = opened();
    input.type(esc);
    clock.advance(149);
    expect(names()).toEqual([]);
    clock.advance(2);
    expect(reads.flat()).toEqual([{name: 'escape', text: '', sequence: esc, readAt: 1000}]);
    clock.advance(5000);
    expect(names()).toEqual(['escape']);
    expect(clock.waitingCount).toBe(0);
  });

  it.each([
    ['[A', ['escape', 'up']],
    ['OP', ['escape', 'f1']],
    ['[', ['escape']],
    ['Pay', ['escape', 'Pay']],
    ['OAuth', ['escape', 'OAuth']],
  ])('%s 400 ms after an ESC', (tail, expected) => {
    const {input, clock, names} = opened();
    input.type(esc);
    clock.advance(400);
    input.type(tail);
    clock.advance(2000);
    expect(names()).toEqual(expected);
  });

  it('a late tail that is cut again is still a key', () => {
    const {input, clock, names} = opened();
    for (const part of [esc, '[', '1;5', 'D']) {
      input.type(part);
      clock.advance(300);
    }
    expect(names()).toEqual(['escape', 'ctrl+left']);
  });

  it('after half a second an ESC has no tail any more', () => {
    const {input, clock, names} = opened();
    input.type(esc);
    clock.advance(502);
    input.type('[A');
    expect(names()).toEqual(['escape', '[A']);
  });

  it('half a sequence is never typed text', () => {
    const {input, clock, names} = opened();
    input.type(`${esc}[1;`);
    clock.advance(2000);
    input.type('x');
    expect(names()).toEqual(['x']);
  });

  it('a tail that was waiting to be read while we were busy makes no Escape', () => {
    const clock = new FakeClock();
    const input = new FakeIn();
    const due: (() => void)[] = [];
    const stream = new KeyStream({
      tty: {in: input, out: new FakeOut()},
      now: clock.now,
      schedule: task => {
        due.push(task);
        return () => due.splice(due.indexOf(task), 1);
      },
      timings: terminalTimings,
    });
    const names: string[] = [];
    stream.start({
      onKeys: presses => names.push(...presses.map(press => press.name)),
      onEnd: () => undefined,
    });
    input.type(esc);
    due.shift()?.();
    input.type('[A');
    expect([names, due]).toEqual([['up'], []]);
  });

  it('two Esc are two Escapes', () => {
    const {input, clock, names} = opened();
    input.type(esc + esc);
    clock.advance(200);
    expect(names()).toEqual(['escape', 'escape']);
  });

  it('a paste over many reads is one key, however slowly it comes', () => {
    const {input, clock, names, reads} = opened();
    for (const part of [`${esc}[200`, '~one\r', 'two\u0003', `${esc}[2`, '01~', '\r']) {
      input.type(part);
      clock.advance(400);
    }
    expect(names()).toEqual(['paste', 'enter']);
    expect(reads.flat()[0]?.text).toBe('one\rtwo\u0003');
  });

  it('Ctrl+C ends a paste that has stalled, and only then', () => {
    const {input, clock, names, reads} = opened();
    input.type(`${esc}[200~half`);
    clock.advance(200);
    input.type('\u0003');
    expect(names()).toEqual([]);
    clock.advance(1000);
    input.type('\u0003');
    expect(names()).toEqual(['paste', 'ctrl+c']);
    expect(reads.flat()[0]?.text).toBe('half\u0003');
  });

  it.each(['end', 'close', 'error'])('%s ends it once', event => {
    const {input, start, endCount} = open();
    input.emit(event, new Error('read EIO'));
    start();
    input.emit('close');
    expect(endCount()).toBe(1);
  });

  it('gives the terminal back when it stops, and for good', () => {
    const {input, output, stream, names} = opened();
    stream.stop();
    stream.stop();
    stream.resume();
    input.type('x');
    expect([input.isRaw, input.isFlowing, names()]).toEqual([false, false, []]);
    expect(output.written).toBe(`${esc}[?2004h${esc}[?2004l`);
  });

  it('gives the terminal back even when its input has ended', () => {
    const {input, stream} = opened();
    input.emit('end');
    stream.stop();
    expect(input.isRaw).toBe(false);
  });

  it('an error after it stopped is nobody’s', () => {
    const {input, stream, endCount} = opened();
    stream.stop();
    input.emit('error', new Error('read EIO'));
    expect(endCount()).toBe(0);
  });

  it('pauses and goes on, without half a sequence from before', () => {
    const {input, output, stream, clock, names} = opened();
    input.type(`${esc}[1;`);
    stream.pause();
    expect([input.isRaw, input.isFlowing, clock.waitingCount]).toEqual([false, false, 0]);
    stream.resume();
    input.type('5D');
    expect([input.isRaw, input.isFlowing, names()]).toEqual([true, true, ['5D']]);
    expect(output.written).toBe(`${esc}[?2004h${esc}[?2004l${esc}[?2004h`);
  });
});
