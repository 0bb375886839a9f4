import type {Content, Hint, Span, Text} from '../view/content.ts';
import {cut, textWidth} from './measure.ts';
import type {Style} from './page.ts';
import {cutSign} from './symbols.ts';

/** Product and server on the left, the steps on the right; a narrow window keeps the present step. */
export const headerSpans = ({title, steps}: Content, style: Style): Text => {
  const {columns} = style;
  const all = stepSpans(steps);
  const now = stepSpans(steps.filter(step => step.is === 'now'));
  const left = widthOf(title) + 1;
  const right = left + 2 + widthOf(all) < columns ? all : now;
  const room = columns - 1 - widthOf(right) - 2;
  const shown = cutSpans(title, room - 1, style);
  const gap = Math.max(1, columns - 1 - 1 - widthOf(shown) - widthOf(right));
  return [{text: ' '}, ...shown, {text: ' '.repeat(gap)}, ...right];
};

const stepSpans = (steps: Content['steps']): Text =>
  steps.flatMap((step, at): readonly Span[] => [
    {text: at === 0 ? '' : '  '},
    ...(step.is === 'done' ? [{text: '✓ ', role: 'good' as const}] : []),
    {text: step.label, role: step.is === 'now' ? 'strong' : 'muted'},
  ]);

const widthOf = (text: Text): number => textWidth(text.map(span => span.text).join(''));

/** A text in one line of at most `width` columns. */
export const cutSpans = (text: Text, width: number, style: Style): Text => {
  const shown: Span[] = [];
  let left = width;
  for (const span of text) {
    if (left <= 0) break;
    const part = cut(span.text, left, cutSign(style));
    shown.push({...span, text: part});
    left -= textWidth(part);
  }
  return shown;
};

/** Hints are shown as long as they fit, but the way to the help always is. */
export const hintSpans = (hints: readonly Hint[], {columns}: Style): Text => {
  const room = columns - 2;
  const last = hints.find(hint => hint.key === 'F1');
  const others = hints.filter(hint => hint !== last).slice(0, 7);
  const reserve = last === undefined ? 0 : hintWidth(last) + separator.length;
  const shown: Hint[] = [];
  let used = 0;
  for (const hint of others) {
    const width = hintWidth(hint) + (shown.length === 0 ? 0 : separator.length);
    if (used + width + reserve > room) break;
    shown.push(hint);
    used += width;
  }
  const all = last === undefined ? shown : [...shown, last];
  return [
    {text: ' '},
    ...all.flatMap((hint, at): readonly Span[] => [
      {text: at === 0 ? '' : separator},
      {text: hint.key, role: 'accent'},
      {text: ` ${hint.does}`, role: 'muted'},
    ]),
  ];
};

const separator = '   ';
const hintWidth = ({key, does}: Hint): number => textWidth(key) + 1 + textWidth(does);
