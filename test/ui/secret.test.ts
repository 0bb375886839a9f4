import {describe, expect, it} from 'vitest';
import {Secret} from '../../source/key/secret.ts';
import type {PageRow} from '../../source/ui/page.ts';
import type {Size} from '../../source/wizard/state.ts';
import {linesOfPage, pageAt} from '../helpers/frame.ts';
import {atCreated} from '../helpers/wizard.ts';

/* Where the key stands: the terminal room writes it over blank rows of the frame. */

const sizes: readonly Size[] = [
  {columns: 80, rows: 24},
  {columns: 120, rows: 40},
  {columns: 40, rows: 12},
  {columns: 200, rows: 12},
];

const cases = sizes.flatMap(size =>
  [36, 120, 160].map(length => ({size, length, ...size, text: 'k'.repeat(length)})),
);

const isBlank = (row: PageRow | undefined): boolean =>
  row?.kind === 'spans' && row.spans.every(span => span.text.trim() === '');

describe.each(cases)('$columns x $rows, a key of $length characters', ({size, length, text}) => {
  const masked = atCreated({secret: new Secret(text)});
  const revealed = atCreated({secret: new Secret(text)}).press('r');
  const height = Math.ceil(length / size.columns);

  it('has no place while it is hidden', () => {
    expect(pageAt(masked.state, size).secretRow).toBeUndefined();
  });

  it('has blank rows for all of it, above the hint line, once it is revealed', () => {
    const page = pageAt(revealed.state, size);
    const at = page.secretRow ?? 0;
    expect(at).toBeGreaterThan(0);
    expect(at + height).toBeLessThanOrEqual(size.rows - 2);
    expect(page.rows.slice(at, at + height).map(isBlank)).toEqual(
      Array.from({length: height}, () => true),
    );
  });

  it('is in no row of the frame itself', () => {
    for (const walk of [masked, revealed]) {
      expect(linesOfPage(pageAt(walk.state, size)).join('')).not.toContain('kkkkkkkk');
    }
  });

  it('keeps its place after a copy, a trial and a note, as long as there is room', () => {
    const walk = atCreated({secret: new Secret(text)}).press('r', 'c');
    walk.happen({kind: 'keyCopied', result: 'sentTerminal'});
    walk.happen({
      kind: 'tried',
      trials: [
        {apiName: 'Payments', status: 200, shouldOpen: true},
        {apiName: 'Orders', status: 403, shouldOpen: false},
      ],
    });
    walk.happen({kind: 'tooEarly', at: 0});
    expect(pageAt(walk.state, size).secretRow).toBeDefined();
  });

  it('has none below the help', () => {
    expect(pageAt(revealed.press('f1').state, size).secretRow).toBeUndefined();
  });
});

describe('a window without room for the key', () => {
  it('shows no part of it', () => {
    const walk = atCreated({secret: new Secret('k'.repeat(1000))}).press('r');
    expect(pageAt(walk.state, {columns: 40, rows: 12}).secretRow).toBeUndefined();
    expect(pageAt(walk.state, {columns: 39, rows: 40}).secretRow).toBeUndefined();
  });
});
