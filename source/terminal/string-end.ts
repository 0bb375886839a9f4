import {BEL, ESC} from './control-bytes.ts';

/** Where the escape sequence that starts at an ESC ends. */
export type SequenceEnd =
  | {readonly kind: 'whole'; readonly end: number}
  /** Not a sequence after all: everything before `end` means nothing. */
  | {readonly kind: 'broken'; readonly end: number}
  /** Its tail has not arrived. */
  | {readonly kind: 'cut'};

export const cut: SequenceEnd = {kind: 'cut'};
export const whole = (end: number): SequenceEnd => ({kind: 'whole', end});
export const broken = (end: number): SequenceEnd => ({kind: 'broken', end});

/** In characters; beyond it an answer is noise. */
const longestString = 65_536;

/** OSC, DCS and APC answers; without the character that they begin with it is Alt and a letter. */
export const stringEnd = (text: string, start: number, begins: RegExp): SequenceEnd => {
  const first = text[start + 2];
  if (first === undefined) {
    return cut;
  }
  if (!begins.test(first)) {
    return altEnd(text, start);
  }
  const end = Math.min(text.length, start + longestString);
  for (let at = start + 2; at < end; at++) {
    if (text[at] === BEL) {
      return whole(at + 1);
    }
    if (text[at] === ESC) {
      return terminatorEnd(text, at);
    }
    if (text.charCodeAt(at) < 0x20) {
      // No answer holds one: somebody types, and Ctrl+C must not vanish in here.
      return broken(at);
    }
  }
  return end === text.length ? cut : broken(end);
};

const terminatorEnd = (text: string, at: number): SequenceEnd => {
  if (text[at + 1] === undefined) {
    return cut;
  }
  return text[at + 1] === '\\' ? whole(at + 2) : broken(at);
};

/** Alt with Enter or Backspace is a key; ESC before any other control character stands alone. */
export const altEnd = (text: string, start: number): SequenceEnd => {
  const code = text.codePointAt(start + 1) ?? 0;
  const isControl = code < 0x20 || (code >= 0x7f && code <= 0x9f);
  if (isControl && ![0x08, 0x0a, 0x0d, 0x7f].includes(code)) {
    return whole(start + 1);
  }
  return whole(start + 1 + String.fromCodePoint(code).length);
};
