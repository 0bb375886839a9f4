import stringWidth from 'string-width';
import {pageOf} from '../../source/ui/app.tsx';
import type {Page, PageRow} from '../../source/ui/page.ts';
import type {Size, State} from '../../source/wizard/state.ts';
import {place} from './wizard.ts';

const textOf = (spans: readonly {readonly text: string}[]): string =>
  spans.map(span => span.text).join('');

/** The lines that a row of the page takes; of a menu those that are visible at first. */
const linesOf = (row: PageRow): readonly string[] => {
  switch (row.kind) {
    case 'spans':
      return [textOf(row.spans)];
    case 'input': {
      const value = row.value === '' ? row.placeholder : row.value;
      return [textOf(row.before) + value + textOf(row.after)];
    }
    case 'menu': {
      const {menu, height, labelWidth, width} = row;
      const from = Math.max(0, Math.min(menu.initial, menu.items.length - height));
      return Array.from({length: height}, (_, at) => {
        const item = menu.items[from + at];
        const sign = from + at === menu.initial ? ' › ' : '   ';
        const detail = item?.detail === undefined ? '' : `  ${item.detail}`;
        const label = (item?.label ?? '').padEnd(detail === '' ? 0 : labelWidth);
        return sign + (label + detail).slice(0, width);
      });
    }
  }
};

export const linesOfPage = (page: Page): readonly string[] => page.rows.flatMap(linesOf);

export const pageAt = (state: State, size: Size, ascii = false): Page =>
  pageOf({...state, size}, place, ascii);

/** A frame as text, blanks at the ends of its lines left out. */
export const frame = (state: State, size: Size): string =>
  linesOfPage(pageAt(state, size))
    .map(line => line.trimEnd())
    .join('\n');

export const widthOf = (line: string): number => stringWidth(line);
