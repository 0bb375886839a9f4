import type {Block, Input, Text} from '../view/content.ts';
import {isInput} from '../view/content.ts';
import {cut, filled, head, tail, textWidth} from './measure.ts';
import type {Laid, PageRow, Style} from './page.ts';
import {spansRow} from './page.ts';
import {cutSign} from './symbols.ts';
import {wrapped} from './wrap.ts';

type RowBlock = Extract<Block, {kind: 'row'}>;

/** Columns before the label: a blank, the sign, a blank; a row with an aside never has a sign. */
const leadOf = ({aside}: RowBlock): number => (aside === undefined ? 3 : 1);
/** Where the notes stand beside the values, if the window is wide enough for both. */
const noteColumn = 46;

/** A label, its value and what is said about it. */
export const rowLaid = (block: RowBlock, labelWidth: number, style: Style): Laid => {
  const start = leadOf(block) + (isBare(block) ? 0 : labelWidth);
  const width = Math.max(8, style.columns - start - 1);
  const before = beforeValue(block, labelWidth, style);
  const first = isInput(block.value)
    ? inputRow(block, block.value, before, start, width, style)
    : textRows(block, block.value, before, start, width, style);
  const below = belowValue(block, start, width, style);
  return {...first, rows: [...first.rows, ...below], ...(block.focused ? {focus: 0} : {})};
};

/** A row that is all label: something to do. */
const isBare = ({value}: RowBlock): boolean => !isInput(value) && value.length === 0;

const beforeValue = (block: RowBlock, labelWidth: number, style: Style): Text => {
  const sign = block.focused ? '›' : block.alert === true ? '!' : ' ';
  const role = block.focused ? 'accent' : block.alert === true ? 'warn' : 'plain';
  const label = isBare(block)
    ? block.label
    : filled(cut(block.label, labelWidth - 1, cutSign(style)), labelWidth);
  return [
    {text: leadOf(block) === 1 ? ' ' : ` ${sign} `, role},
    {text: label, role: block.focused ? 'strong' : 'muted'},
  ];
};

const inputRow = (
  block: RowBlock,
  input: Input,
  before: Text,
  start: number,
  width: number,
  style: Style,
): Laid => {
  const aside = asideOf(block, style);
  const room = Math.max(4, width - (aside === undefined ? 0 : textWidth(aside) + 2));
  const placeholder = cut(input.placeholder, room, cutSign(style));
  const visible = visiblePart(input, room, style);
  const shown = visible.text === '' ? placeholder : visible.text;
  const note = aside ?? besideNote(block, textWidth(shown), start, style);
  const gap = note === undefined ? '' : padTo(note, block, start + textWidth(shown), style);
  const row: PageRow = {
    kind: 'input',
    before,
    value: visible.text,
    placeholder,
    after: note === undefined ? [] : [{text: gap + note, role: 'muted'}],
  };
  return input.caret === undefined
    ? {rows: [row]}
    : {rows: [row], caret: {x: start + visible.caret, y: 0}, focus: 0};
};

/** The part of a long text around its caret, and where the caret then stands, in columns. */
const visiblePart = (
  input: Input,
  room: number,
  style: Style,
): {readonly text: string; readonly caret: number} => {
  const {value, caret} = input;
  if (caret === undefined) return {text: cut(value, room, cutSign(style)), caret: 0};
  const left = value.slice(0, caret);
  const seenLeft = tail(left, room - 1);
  const seenRight = head(value.slice(caret), room - textWidth(seenLeft));
  return {text: seenLeft + seenRight, caret: textWidth(seenLeft)};
};

const textRows = (
  block: RowBlock,
  value: Text,
  before: Text,
  start: number,
  width: number,
  style: Style,
): Laid => {
  const [first = [], ...others] = wrapped(value, width);
  const used = textWidth(first.map(span => span.text).join(''));
  const end = isBare(block) ? start + textWidth(block.label) : start + used;
  const note = others.length === 0 ? besideNote(block, used, start, style) : undefined;
  const aside: Text =
    note === undefined ? [] : [{text: padTo(note, block, end, style) + note, role: 'muted'}];
  return {
    rows: [
      spansRow([...before, ...first, ...aside]),
      ...others.map(line => spansRow([{text: ' '.repeat(start)}, ...line])),
    ],
  };
};

const asideOf = ({aside}: RowBlock, style: Style): string | undefined =>
  aside === undefined ? undefined : cut(aside, Math.floor(style.columns / 2), cutSign(style));

/** The note, if it fits beside the value. */
const besideNote = (
  block: RowBlock,
  used: number,
  start: number,
  {columns}: Style,
): string | undefined => {
  if (block.note === undefined || columns < 72) return undefined;
  const fits = start + used + 2 <= noteColumn || isBare(block);
  return fits && noteColumn + textWidth(block.note) < columns ? block.note : undefined;
};

/** Blanks up to where a note or an aside begins. */
const padTo = (note: string, block: RowBlock, end: number, {columns}: Style): string => {
  const from = block.aside === undefined ? noteColumn : columns - 1 - textWidth(note);
  return ' '.repeat(Math.max(2, from - end));
};

/** A problem always; the note only of the row that has the focus, where there was no room beside it. */
const belowValue = (
  block: RowBlock,
  start: number,
  width: number,
  style: Style,
): readonly PageRow[] => {
  const indent = {text: ' '.repeat(start)};
  if (block.problem !== undefined) {
    const text: Text = [{text: `! ${block.problem}`, role: 'bad'}];
    return wrapped(text, width).map(line => spansRow([indent, ...line]));
  }
  const used = isInput(block.value)
    ? textWidth(block.value.value === '' ? block.value.placeholder : block.value.value)
    : textWidth(block.value.map(span => span.text).join(''));
  const isBeside = besideNote(block, used, start, style) !== undefined;
  if (block.note === undefined || isBeside || !block.focused) return [];
  return wrapped([{text: block.note, role: 'muted'}], width).map(line =>
    spansRow([indent, ...line]),
  );
};
