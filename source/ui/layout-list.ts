import type {Block, ListLine, Span, Text} from '../view/content.ts';
import {cut, filled, fitted, textWidth} from './measure.ts';
import type {PageRow, Style} from './page.ts';
import {blankRow, spansRow} from './page.ts';
import {cutSign} from './symbols.ts';

type ListBlock = Extract<Block, {kind: 'list'}>;

/** The first line that is shown: moves by half a page, and only when the cursor leaves what is shown. */
export const firstLine = (cursor: number, total: number, height: number): number => {
  if (total <= height) return 0;
  const half = Math.max(1, Math.floor(height / 2));
  const first = Math.max(0, Math.floor(cursor / half) - 1) * half;
  return Math.min(first, total - height);
};

/** The visible part of a list, in exactly `height` rows. */
export const listRows = (block: ListBlock, height: number, style: Style): readonly PageRow[] => {
  const from = firstLine(block.cursor, block.total, height);
  const widths = columnWidths(block.columns, style.columns);
  return Array.from({length: height}, (_, at) => {
    const index = from + at;
    return index < block.total ? spansRow(lineSpans(block.line(index), widths, style)) : blankRow;
  });
};

/** Sign, blank, check mark: ` › [x] `. */
const lead = 7;
/** A name gets at least this, before it loses room to a column. */
const shortestName = 22;

type Widths = {readonly name: number; readonly cells: readonly number[]};

const columnWidths = (columns: readonly number[], total: number): Widths => {
  const room = total - lead - 1;
  const kept = [...columns];
  const used = (): number => kept.reduce((sum, width) => sum + width + 1, 0);
  while (kept.length > 1 && room - used() < shortestName) kept.pop();
  const spare = Math.max(0, room - used() - 2 * shortestName);
  const last = kept.length - 1;
  const cells = kept.map((width, at) => (at === last ? width + Math.floor(spare / 3) : width));
  const name = room - cells.reduce((sum, width) => sum + width + 1, 0);
  return {name: Math.max(8, name), cells};
};

const lineSpans = (line: ListLine, widths: Widths, style: Style): Text =>
  line.kind === 'group' ? groupSpans(line, style) : itemSpans(line, widths, cutSign(style));

const groupSpans = ({label, count}: Extract<ListLine, {kind: 'group'}>, style: Style): Text => {
  const {columns} = style;
  const number = String(count);
  const title = cut(label, columns - number.length - 8, cutSign(style));
  const rule = columns - 3 - textWidth(title) - number.length - 3;
  return [
    {text: `   ${title} `, role: 'strong'},
    {text: `${'─'.repeat(Math.max(1, rule))} ${number}`, role: 'muted'},
  ];
};

const marks = {on: '[x]', off: '[ ]', fixed: ' - '} as const;

const itemSpans = (item: Extract<ListLine, {kind: 'item'}>, widths: Widths, sign: string): Text => {
  const {focused, mark} = item;
  const cells = widths.cells
    .map((width, at) => ` ${fitted(item.cells[at] ?? '', width, sign)}`)
    .join('');
  return [
    {text: focused ? ' › ' : '   ', role: focused ? 'accent' : 'plain'},
    {text: `${marks[mark]} `, role: focused ? 'accent' : mark === 'on' ? 'good' : 'plain'},
    ...nameSpans(item.name, widths.name, focused, sign),
    {text: cells.trimEnd(), role: 'muted'},
  ];
};

/** The name in its column; matched letters keep their role when it is cut. */
const nameSpans = (name: Text, width: number, focused: boolean, sign: string): readonly Span[] => {
  const whole = name.map(span => span.text).join('');
  const shown = cut(whole, width, sign);
  const end = shown === whole ? whole.length : shown.length - sign.length;
  const spans: Span[] = [];
  let at = 0;
  for (const span of name) {
    const text = span.text.slice(0, Math.max(0, end - at));
    at += span.text.length;
    if (text !== '')
      spans.push({text, role: span.role === 'match' ? 'match' : focused ? 'accent' : 'plain'});
  }
  const rest = filled(shown, width).slice(end);
  return [...spans, {text: rest}];
};
