import {describe, expect, it} from 'vitest';
import {bracketedPaste} from '../helpers/key-bytes.ts';
import {rows} from '../helpers/screen-words.ts';
import {startWalk, type Walk} from '../helpers/walk.ts';
import {postsAmong} from './support/front.ts';
import {startHere} from './support/here.ts';
import {practiceForTest} from './support/practice.ts';

describe('a paste', () => {
  const toAlias = async (): Promise<Walk> => {
    const walk = await startHere();
    await walk.toApis();
    await walk.chooseApi('Orders');
    return walk;
  };

  it('of two lines with control characters is one line of text', async () => {
    const walk = await toAlias();
    walk.paste('two\nlines\x07 \x1b[31mred\x1b[0m\u202e');
    await walk.sees(new RegExp(`${rows.alias} two lines`));
    expect(walk.isAt(rows.alias)).toBe(true);
    walk.press('enter');
    await walk.waitFor(() => walk.isAt(rows.expires));
    expect(walk.bytes().toString()).not.toMatch(/\x07|\x1b\[31mred|\u202e/);
  });

  it('that comes in pieces is one paste', async () => {
    const walk = await toAlias();
    const [head, tail] = [
      bracketedPaste('one\rtwo').slice(0, 8),
      bracketedPaste('one\rtwo').slice(8),
    ];
    walk.write(head);
    walk.write(tail);
    await walk.sees(`${rows.alias} one two`);
    expect(walk.isAt(rows.alias)).toBe(true);
  });

  it('of twelve lines without marks creates nothing and loses nothing typed before', async () => {
    const practice = await practiceForTest();
    const walk = startWalk({server: practice});
    await walk.toApis();
    await walk.chooseApi('Orders');
    walk.write('line\r'.repeat(12));
    await walk.hasRead();
    expect(postsAmong(practice.requests())).toBe(0);
    for (let back = 0; back < 4 && !walk.isOn('form'); back += 1) {
      const before = walk.text();
      walk.press('shift+tab');
      await walk.waitFor(() => walk.text() !== before);
    }
    expect(walk.reads()).toContain(`${rows.alias} line`);
  });

  it('of lines with line feeds into the search acts as its keys and creates nothing', async () => {
    const practice = await practiceForTest();
    const walk = startWalk({server: practice});
    await walk.toApis();
    await walk.hasLoaded();
    walk.write('orders\n\x1b\x00\x7f\x1b[200~ \x07\x1b[201~\n\n\n');
    await walk.hasRead();
    expect(postsAmong(practice.requests())).toBe(0);
    expect(walk.bytes().toString()).not.toMatch(/\x07/);
  });
});
