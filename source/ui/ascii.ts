import type {Block, Content, Input, ListLine, Span, Text} from '../view/content.ts';
import {isInput} from '../view/content.ts';
import {asAscii} from './symbols.ts';

/**
 * The same content for a terminal that knows only ASCII. Before it is laid out: a sign and its twin are not
 * equally wide.
 */
export const asciiContent = (content: Content): Content => ({
  title: spans(content.title),
  steps: content.steps.map(step => ({...step, label: asAscii(step.label)})),
  body: content.body.map(block),
  problem: content.problem === undefined ? undefined : span(content.problem),
  hints: content.hints.map(({key, does}) => ({key: asAscii(key), does: asAscii(does)})),
});

const span = (one: Span): Span => ({...one, text: asAscii(one.text)});
const spans = (text: Text): Text => text.map(span);

const input = ({value, caret, placeholder}: Input): Input => ({
  value: asAscii(value),
  caret: caret === undefined ? undefined : asAscii(value.slice(0, caret)).length,
  placeholder: asAscii(placeholder),
});

const block = (one: Block): Block => {
  switch (one.kind) {
    case 'gap':
    case 'spring':
      return one;
    case 'text':
      return {...one, text: spans(one.text)};
    case 'row':
      return row(one);
    case 'menu':
      return {
        ...one,
        items: one.items.map(({value, label, detail}) => ({
          value,
          label: asAscii(label),
          ...(detail === undefined ? {} : {detail: asAscii(detail)}),
        })),
      };
    case 'list':
      return {...one, line: index => line(one.line(index))};
    case 'lines':
      return {...one, lines: one.lines.map(spans)};
    case 'secret':
      return one.instead === undefined ? one : {...one, instead: asAscii(one.instead)};
  }
};

const row = (one: Extract<Block, {kind: 'row'}>): Block => ({
  ...one,
  label: asAscii(one.label),
  value: isInput(one.value) ? input(one.value) : spans(one.value),
  ...(one.aside === undefined ? {} : {aside: asAscii(one.aside)}),
  ...(one.note === undefined ? {} : {note: asAscii(one.note)}),
  ...(one.problem === undefined ? {} : {problem: asAscii(one.problem)}),
});

const line = (one: ListLine): ListLine =>
  one.kind === 'group'
    ? {...one, label: asAscii(one.label)}
    : {...one, name: spans(one.name), cells: one.cells.map(asAscii)};
