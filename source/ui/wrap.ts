import type {Span, Text} from '../view/content.ts';
import {head, textWidth} from './measure.ts';

/** Breaks a text into lines of at most `width` columns, at blanks where there are any. Never empty. */
export const wrapped = (text: Text, width: number): readonly Text[] => {
  const lines: Span[][] = [[]];
  let used = 0;
  const put = (span: Span): void => {
    lines.at(-1)?.push(span);
    used += textWidth(span.text);
  };
  const breakLine = (): void => {
    lines.push([]);
    used = 0;
  };
  for (const piece of pieces(text)) {
    const isBlank = piece.text.trim() === '';
    if (isBlank && used === 0 && lines.length > 1) continue;
    if (used > 0 && used + textWidth(piece.text) > width) {
      breakLine();
      if (isBlank) continue;
    }
    for (const part of broken(piece, width)) {
      if (used > 0 && used + textWidth(part.text) > width) breakLine();
      put(part);
    }
  }
  return lines.map(joined);
};

/** Words and the blanks between them, each with its role. */
const pieces = (text: Text): readonly Span[] =>
  text.flatMap(span =>
    span.text.split(/( +)/).flatMap(part => (part === '' ? [] : [{...span, text: part}])),
  );

/** A word that is longer than a line falls apart. */
const broken = (span: Span, width: number): readonly Span[] => {
  const parts: Span[] = [];
  let rest = span.text;
  // The rest is never measured as a whole: for a name of a thousand wide characters that took seconds.
  for (let first = head(rest, width); first !== rest && first !== ''; first = head(rest, width)) {
    parts.push({...span, text: first});
    rest = rest.slice(first.length);
  }
  return [...parts, {...span, text: rest}];
};

/** Neighbours of the same role as one span; no blanks at the end of a line. */
const joined = (line: readonly Span[]): Text => {
  const spans: Span[] = [];
  for (const span of line) {
    const last = spans.at(-1);
    if (last !== undefined && last.role === span.role) {
      spans[spans.length - 1] = {...last, text: last.text + span.text};
    } else spans.push(span);
  }
  const end = spans.at(-1);
  return end === undefined ? spans : [...spans.slice(0, -1), {...end, text: end.text.trimEnd()}];
};
