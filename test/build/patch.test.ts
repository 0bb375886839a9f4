import {describe, expect, it} from 'vitest';
import {applyPatch, type Patch} from '../../source/build/patch.ts';

const patch = (times: number): Patch => ({
  file: 'ink/build/x.js',
  imports: ["import {a} from 'a';"],
  edits: [{find: 'await b()', replace: "$& '$1'", times}],
});

describe('a patch', () => {
  it('replaces text by text, after its imports', () => {
    expect(applyPatch('x = await b();', patch(1))).toBe("import {a} from 'a';\nx = $& '$1';");
  });

  it.each([
    ['is gone', 1, 'x = 1;', 0],
    ['has come once more', 1, 'await b(); await b();', 2],
    ['has come once less', 2, 'await b();', 1],
  ])('fails when the pattern %s', (_, times, source, found) => {
    expect(() => applyPatch(source, patch(times))).toThrow(
      `ink/build/x.js: expected ${String(times)} of "await b()", found ${String(found)}`,
    );
  });
});
