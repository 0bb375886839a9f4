import {describe, expect, it} from 'vitest';
import {InkStdout} from '../../source/terminal/ink-stdout.ts';
import {FakeOut} from './fake-tty.ts';

const esc = '\u001B';
const begin = `${esc}[?2026h`;
const end = `${esc}[?2026l`;

const opened = () => {
  const out = new FakeOut();
  const tasks: (() => void)[] = [];
  const story: string[] = [];
  let overlay = '';
  const stdout = new InkStdout({
    out,
    defer: task => tasks.push(task),
    overlay: () => overlay,
    beforeLeaving: () => 'WIPE',
    onWrite: () => story.push('written'),
    onResize: () => story.push('our resize'),
    onGone: () => story.push('gone'),
  });
  const endTurn = (): void => {
    for (const task of tasks.splice(0)) {
      task();
    }
  };
  const setOverlay = (bytes: string): void => {
    overlay = bytes;
  };
  return {out, stdout, story, endTurn, setOverlay};
};

describe('the stdout for Ink', () => {
  it('writes a frame in one piece as soon as it is whole', () => {
    const {out, stdout, story} = opened();
    for (const piece of [begin, 'frame']) stdout.stream.write(piece);
    expect([out.writes, story]).toEqual([[], []]);
    stdout.stream.write(end);
    expect([out.writes, story]).toEqual([[`${begin}frame${end}`], ['written']]);
  });

  it('writes what else one turn wrote in one piece, at its end', () => {
    const {out, stdout, endTurn} = opened();
    for (const piece of ['one', 'two']) stdout.stream.write(piece);
    expect(out.writes).toEqual([]);
    endTurn();
    expect(out.writes).toEqual(['onetwo']);
  });

  it('puts the overlay on top of each frame, inside its update', () => {
    const {out, stdout, endTurn, setOverlay} = opened();
    setOverlay('KEY');
    stdout.stream.write(`${begin}frame${end}`);
    endTurn();
    stdout.stream.write('cursor');
    endTurn();
    expect(out.writes).toEqual([`${begin}frameKEY${end}`, 'cursorKEY']);
  });

  it('keeps our bytes in order with the frames, without an overlay or a word of a frame', () => {
    const {out, stdout, story, endTurn, setOverlay} = opened();
    setOverlay('KEY');
    stdout.write('ours');
    endTurn();
    expect([out.writes, story]).toEqual([['ours'], []]);
    stdout.write('wipe ');
    stdout.stream.write('frame');
    endTurn();
    expect(out.writes[1]).toBe('wipe frameKEY');
  });

  it('writes the overlay alone when asked, and nothing when there is none', () => {
    const {out, stdout, endTurn, setOverlay} = opened();
    stdout.refresh();
    endTurn();
    setOverlay('KEY');
    stdout.refresh();
    endTurn();
    expect(out.writes).toEqual(['KEY']);
  });

  it('calls back when the bytes are out', () => {
    const {out, stdout, story, endTurn} = opened();
    stdout.stream.write('frame', () => story.push(`after ${out.written}`));
    stdout.stream.write('', 'utf8', () => story.push('barrier'));
    endTurn();
    expect(story).toEqual(['after frame', 'barrier', 'written']);
  });

  it('an empty write is no frame', () => {
    const {out, stdout, story, endTurn} = opened();
    stdout.stream.write('', () => undefined);
    endTurn();
    expect([out.writes, story]).toEqual([[], []]);
  });

  it('flushes at once and only once', () => {
    const {out, stdout, endTurn} = opened();
    stdout.stream.write('frame');
    stdout.flush();
    expect(out.writes).toEqual(['frame']);
    endTurn();
    expect(out.writes).toEqual(['frame']);
  });

  it('after closing nothing reaches the screen, no key either, and callbacks are still called', () => {
    const {out, stdout, story, endTurn, setOverlay} = opened();
    setOverlay('KEY');
    stdout.stream.write('frame');
    stdout.close();
    stdout.stream.write('farewell', () => story.push('barrier'));
    stdout.write('ours');
    endTurn();
    expect(out.writes).toEqual(['frame']);
    expect(story).toEqual(['barrier']);
  });

  it('starts at the top of a blank page also where there is no other page', () => {
    const {out, stdout, endTurn} = opened();
    stdout.stream.write(`${esc}[?1049h`);
    endTurn();
    expect(out.writes).toEqual([`${esc}[?1049h${esc}[2J${esc}[H`]);
    expect(stdout.isOnPage).toBe(true);
  });

  it('leaves the page wiped, from its last row', () => {
    const {out, stdout, endTurn} = opened();
    expect(stdout.isOnPage).toBe(false);
    stdout.stream.write(`${esc}[?1049h`);
    endTurn();
    stdout.stream.write(`${esc}[?1049l`);
    endTurn();
    expect(out.writes[1]).toBe(`WIPE${esc}[999;1H${esc}[?1049l`);
    expect(stdout.isOnPage).toBe(false);
  });

  it('has the terminal’s size, and a new one is for us alone to hear of', () => {
    const {out, stdout, story} = opened();
    stdout.stream.on('resize', () => story.push('Ink'));
    out.resizeTo(40, 12);
    expect([stdout.stream.columns, stdout.stream.rows]).toEqual([40, 12]);
    expect(story).toEqual(['our resize']);
  });

  it('drops what comes while the terminal is somebody else’s', () => {
    const {out, stdout, endTurn} = opened();
    stdout.stream.write('before');
    stdout.pause();
    stdout.stream.write('meanwhile');
    endTurn();
    stdout.resume();
    stdout.stream.write('after');
    endTurn();
    expect(out.writes).toEqual(['before', 'after']);
  });

  it('a terminal that is gone is told once and throws nothing', () => {
    const {out, stdout, story, endTurn} = opened();
    out.isBroken = true;
    stdout.stream.write('frame', () => story.push('barrier'));
    endTurn();
    out.emit('error', new Error('write EPIPE'));
    out.emit('close');
    stdout.stream.write('more');
    endTurn();
    expect(story).toEqual(['gone', 'barrier']);
    expect([stdout.stream.destroyed, stdout.stream.writable]).toEqual([true, false]);
  });
});
