import type {Block, Content, Span, Text} from '../view/content.ts';
import {asciiContent} from './ascii.ts';
import {listRows} from './layout-list.ts';
import {rowLaid} from './layout-row.ts';
import {cutSpans, headerSpans, hintSpans} from './frame-rows.ts';
import {textWidth} from './measure.ts';
import type {Laid, Page, PageRow, Style} from './page.ts';
import {blankRow, spansRow} from './page.ts';
import {heightOfRows, stacked, windowed} from './stack.ts';
import {wrapped} from './wrap.ts';

export type LayoutSize = {readonly columns: number; readonly rows: number};

/** Rows that a list or a page of lines gets before a blank row stays, and before any decoration does. */
const [roomyFlexible, leastFlexible] = [8, 4];
const gapRank = 9;

/**
 * The whole frame: header, body, problem line, hint line, in exactly `rows - 1` rows (a full-height frame
 * would scroll). Where there is no room, decoration goes first; what is left follows the focus.
 */
export const layout = (said: Content, size: LayoutSize, style: Style): Page => {
  const content = style.ascii ? asciiContent(said) : said;
  const height = Math.max(4, size.rows - 1);
  const problem = problemRows(content.problem, style);
  const room = height - 2 - problem.length;
  const body = bodyLaid(content.body, room, style);
  const rows = [
    spansRow(headerSpans(content, style)),
    ...body.rows,
    ...problem,
    spansRow(hintSpans(content.hints, style)),
  ];
  return {
    rows,
    caret: body.caret === undefined ? undefined : {x: body.caret.x, y: body.caret.y + 1},
    secretRow: body.secret === undefined ? undefined : body.secret + 1,
  };
};

const problemRows = (problem: Span | undefined, {columns}: Style): readonly PageRow[] => {
  if (problem === undefined) return [blankRow];
  const sign = problem.role === 'bad' || problem.role === 'warn' ? '! ' : '';
  const lines = wrapped([{...problem, text: sign + problem.text}], columns - 2).slice(0, 3);
  return lines.map(line => spansRow([{text: ' '}, ...line]));
};

/** Blocks whose height is whatever is left. */
const isFlexible = (block: Block): boolean =>
  block.kind === 'list' || block.kind === 'lines' || block.kind === 'spring';

const leastOf = (blocks: readonly Block[], least: number): number =>
  blocks.some(({kind}) => kind === 'list' || kind === 'lines') ? least : 0;

const bodyLaid = (blocks: readonly Block[], room: number, style: Style): Laid => {
  const labelWidth = labelWidthOf(blocks, style);
  const heights = new Map(
    blocks.map(block => [block, isFlexible(block) ? 0 : naturalHeight(block, labelWidth, style)]),
  );
  const heightOf = (some: readonly Block[]): number =>
    some.reduce((sum, block) => sum + (heights.get(block) ?? 0), 0);
  const kept = withoutDecoration(blocks, room, heightOf);
  const flexible = Math.max(leastOf(kept, leastFlexible), room - heightOf(kept));
  // A menu scrolls: it gives way before a sentence does.
  const menuRoom = room - heightOf(kept.filter(block => block.kind !== 'menu'));
  const rooms = {flexible, menu: menuRoom, body: room};
  const laid = kept.map(block => blockLaid(block, labelWidth, rooms, style));
  return windowed(stacked(laid), room);
};

/** `Detailed logging` and a blank. */
const widestLabel = 17;

const labelWidthOf = (blocks: readonly Block[], {columns}: Style): number => {
  const labels = blocks.flatMap(block =>
    block.kind === 'row' && !('length' in block.value && block.value.length === 0)
      ? [block.label]
      : [],
  );
  const longest = Math.max(0, ...labels.map(textWidth));
  return Math.min(longest + 2, Math.max(widestLabel, Math.floor(columns / 3)));
};

const naturalHeight = (block: Block, labelWidth: number, style: Style): number =>
  heightOfRows(
    blockLaid(block, labelWidth, {flexible: 0, menu: Infinity, body: Infinity}, style).rows,
  );

/** Takes decoration away, the least needed first, until the rest fits or no decoration is left. */
const withoutDecoration = (
  blocks: readonly Block[],
  room: number,
  heightOf: (blocks: readonly Block[]) => number,
): readonly Block[] => {
  let kept = blocks;
  for (let rank = gapRank; rank >= 0; rank -= 1) {
    const least = rank === gapRank ? roomyFlexible : leastFlexible;
    const needed = (some: readonly Block[]): number => heightOf(some) + leastOf(some, least);
    const droppable = kept.filter(block => block.drop === rank).reverse();
    for (const block of droppable) {
      if (needed(kept) <= room) break;
      kept = kept.filter(other => other !== block);
    }
  }
  return kept;
};

/** Rows for a block that takes what is left, for a menu, and for the whole body. */
type Rooms = {readonly flexible: number; readonly menu: number; readonly body: number};

const blockLaid = (block: Block, labelWidth: number, rooms: Rooms, style: Style): Laid => {
  switch (block.kind) {
    case 'gap':
      return {rows: [blankRow]};
    case 'text':
      return {rows: textRows(block.text, style, block.oneLine)};
    case 'spring':
      return {rows: Array.from({length: rooms.flexible}, () => blankRow)};
    case 'row':
      return rowLaid(block, labelWidth, style);
    case 'menu':
      return menuLaid(block, rooms.menu, style);
    case 'list':
      return {rows: listRows(block, rooms.flexible, style)};
    case 'lines':
      return {rows: linesRows(block, rooms.flexible, style)};
    case 'secret':
      return secretLaid(block, rooms.body, style);
  }
};

const textRows = (text: Text, style: Style, oneLine?: true): readonly PageRow[] => {
  const {columns} = style;
  const lines =
    oneLine === true ? [cutSpans(text, columns - 2, style)] : wrapped(text, columns - 2);
  return lines.map(line => spansRow([{text: ' '}, ...line]));
};

const menuLaid = (menu: Extract<Block, {kind: 'menu'}>, room: number, {columns}: Style): Laid => {
  const height = Math.min(menu.items.length, Math.max(2, room));
  const longest = Math.max(...menu.items.map(item => textWidth(item.label)));
  const labelWidth = Math.min(longest, columns - 5);
  return {rows: [{kind: 'menu', menu, height, width: columns - 4, labelWidth}], focus: 0};
};

/** Long lines are broken; the window starts at the line that is asked for. */
const linesRows = (
  {lines, top}: Extract<Block, {kind: 'lines'}>,
  height: number,
  style: Style,
): readonly PageRow[] => {
  const all = lines.map(line => textRows(line, style));
  const first = Math.min(top, firstThatFills(all, height));
  const shown = all.slice(first).flat().slice(0, height);
  return [...shown, ...Array.from({length: height - shown.length}, () => blankRow)];
};

/** The last line from which the rest still fills the window. */
const firstThatFills = (lines: readonly (readonly PageRow[])[], height: number): number => {
  let first = lines.length;
  for (let used = 0; first > 0; first -= 1) {
    used += lines[first - 1]?.length ?? 0;
    if (used > height) break;
  }
  return first;
};

/** The rows of the key; where they don't fit, what to do about that. */
const secretLaid = (
  {length, instead, noRoom}: Extract<Block, {kind: 'secret'}>,
  room: number,
  style: Style,
): Laid => {
  const height = Math.max(1, Math.ceil(length / style.columns));
  const isShown = instead === undefined && height <= room;
  const text = isShown ? [] : textRows([{text: instead ?? noRoom, role: 'accent'}], style);
  const blanks = Array.from(
    {length: isShown || instead !== undefined ? height : 0},
    () => blankRow,
  );
  const rows = [...text, ...blanks].slice(0, Math.max(blanks.length, text.length));
  // Whatever has no room, these rows have.
  return {rows, focus: rows.length - 1, ...(isShown ? {secret: 0} : {})};
};
