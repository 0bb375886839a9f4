import {describe, expect, it} from 'vitest';
import type {Size} from '../../source/wizard/state.ts';
import {linesOfPage, pageAt, widthOf} from '../helpers/frame.ts';
import {everyScreen, screenKinds} from '../helpers/screens.ts';

const sizes: readonly Size[] = [
  {columns: 80, rows: 24},
  {columns: 120, rows: 40},
  {columns: 40, rows: 12},
];

const cases = screenKinds.flatMap(kind =>
  sizes.flatMap(size => [true, false].map(help => ({kind, size, help, ...size}))),
);

describe.each(cases)('$kind at $columns x $rows, help: $help', ({kind, size, help}) => {
  const walk = everyScreen[kind]().look();
  if (help) walk.press('f1');
  const page = pageAt(walk.state, size);
  const lines = linesOfPage(page);

  it('has exactly one row less than the window', () => {
    expect(lines).toHaveLength(size.rows - 1);
  });

  it('has no row that is wider than the window', () => {
    expect(lines.filter(line => widthOf(line) > size.columns)).toEqual([]);
  });

  it('has its caret on the frame', () => {
    const {caret} = page;
    if (caret === undefined) return;
    expect(caret.x).toBeLessThan(size.columns);
    expect(caret.y).toBeLessThan(size.rows - 1);
    expect(page.rows[caret.y]?.kind).toBe('input');
  });

  it('shows what has the focus', () => {
    const hasFocus = walk.says.body.some(
      block =>
        block.kind === 'menu' ||
        (block.kind === 'list' && block.total > 0) ||
        (block.kind === 'row' && block.focused),
    );
    expect(lines.filter(line => line.startsWith(' › ')).length).toBe(hasFocus && !help ? 1 : 0);
  });

  it('ends with the way to the help or out of it', () => {
    expect(lines.at(-1)).toContain(help ? 'Esc' : 'F1');
  });
});
