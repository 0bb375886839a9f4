import {describe, expect, it} from 'vitest';
import {drawBytes, wipeBytes, wipePageBytes} from '../../source/terminal/secret-bytes.ts';
import {SecretRows} from '../../source/terminal/secret-rows.ts';
import {keyOfLength} from './made-up-key.ts';

const key = keyOfLength(120);

const opened = (columns = 80, rows = 24) => {
  const story: string[] = [];
  const size = {columns, rows};
  const secret: SecretRows = new SecretRows({
    write: bytes => story.push(bytes),
    writeSync: bytes => story.push(`at once ${bytes}`),
    refresh: () => story.push(`refresh ${secret.overlay()}`),
    size: () => size,
  });
  return {story, size, secret};
};

const at = (row: number) => ({row, columns: 80, rows: 24});
const drawn = drawBytes(key, at(6));

describe('the rows of a key', () => {
  it('are drawn by the overlay, so that no queue holds the key', () => {
    const {story, secret} = opened();
    expect([secret.show(key, 6), secret.isShown, secret.overlay()]).toEqual(['drawn', true, drawn]);
    expect(story).toEqual([`refresh ${drawn}`]);
  });

  it('are overwritten when hidden, once', () => {
    const {story, secret} = opened();
    secret.show(key, 6);
    secret.hide();
    secret.hide();
    expect([secret.isShown, secret.overlay()]).toEqual([false, '']);
    expect(story.slice(1)).toEqual([wipeBytes(120, at(6))]);
  });

  it('are overwritten before the key is drawn elsewhere', () => {
    const {story, secret} = opened();
    secret.show(key, 6);
    secret.show(key, 9);
    expect(story.slice(1)).toEqual([wipeBytes(120, at(6)), `refresh ${drawBytes(key, at(9))}`]);
  });

  it('shown again at the same place are drawn again', () => {
    const {story, secret} = opened();
    secret.show(key, 6);
    secret.show(key, 6);
    expect(story).toEqual([`refresh ${drawn}`, `refresh ${drawn}`]);
  });

  it.each([
    [key, 22, 'noRoom'],
    ['\u001B[2J', 6, 'notPlain'],
  ])('%j at row %i is %s', (text, row, expected) => {
    const {story, secret} = opened();
    expect([secret.show(text, row), secret.isShown, story]).toEqual([expected, false, []]);
  });

  it('that do not fit any more are overwritten', () => {
    const {story, secret} = opened();
    secret.show(key, 6);
    expect(secret.show(key, 22)).toBe('noRoom');
    expect([secret.isShown, story[1]]).toEqual([false, wipeBytes(120, at(6))]);
  });

  it('after a resize the whole page is overwritten and the key waits to be placed', () => {
    const {story, size, secret} = opened();
    secret.show(key, 6);
    Object.assign(size, {columns: 40, rows: 20});
    expect([secret.resized(), secret.isShown, secret.overlay()]).toEqual([true, false, '']);
    expect(story.slice(1)).toEqual([wipePageBytes(40, 20)]);
  });

  it('after every resize, too, since columns that were cut off come back', () => {
    const {story, secret} = opened();
    expect(secret.resized()).toBe(false);
    secret.show(key, 6);
    secret.hide();
    expect([secret.resized(), secret.resized()]).toEqual([true, true]);
    secret.wipe();
    expect(secret.resized()).toBe(false);
    expect(story.length).toBe(5);
  });

  it('leave nothing behind, at once, also when they were hidden before', () => {
    const {story, secret} = opened();
    secret.wipe();
    secret.show(key, 6);
    secret.hide();
    secret.wipe();
    secret.wipe();
    const page = wipePageBytes(80, 24);
    expect(story.filter(bytes => bytes.startsWith('at once'))).toEqual([
      'at once ',
      `at once ${page}`,
      'at once ',
    ]);
  });

  it('leave the page with it, once', () => {
    const {secret} = opened();
    expect(secret.leave()).toBe('');
    secret.show(key, 6);
    expect([secret.leave(), secret.overlay(), secret.leave()]).toEqual([
      wipePageBytes(80, 24),
      '',
      '',
    ]);
  });
});
