import {ESC, pasteStart} from './control-bytes.ts';
import {altEnd, broken, cut, stringEnd, whole, type SequenceEnd} from './string-end.ts';

/** Longer than any key or reply we know; beyond it a sequence is noise. In characters. */
const longestSequence = 256;

/** Reads the sequence whose ESC is at `start`: CSI, SS3, Alt and a character, or a terminal's string. */
export const sequenceEnd = (text: string, start: number): SequenceEnd => {
  const next = text[start + 1];
  switch (next) {
    case undefined:
      return cut;
    case '[':
      return csiEnd(text, start + 2);
    case 'O':
      return ss3End(text, start + 2);
    case ESC:
      return doubleEscapeEnd(text, start);
    case ']':
      return stringEnd(text, start, /\d/);
    case 'P':
      return stringEnd(text, start, /[\d!$+=>?|]/);
    case '_':
      return stringEnd(text, start, /G/);
    default:
      return altEnd(text, start);
  }
};

const csiEnd = (text: string, start: number): SequenceEnd => {
  if (text[start] === '[') {
    return linuxConsoleEnd(text, start + 1);
  }
  if (text[start] === 'M') {
    // The old mouse report: three bytes follow that may look like anything.
    return text.length >= start + 4 ? whole(start + 4) : cut;
  }
  for (let at = start; at < start + longestSequence; at++) {
    const code = text.charCodeAt(at);
    if (Number.isNaN(code)) {
      return cut;
    }
    if (isFinal(code) || isRxvtShift(text, start, at)) {
      return whole(at + 1);
    }
    if (code < 0x20 || code > 0x3f) {
      return at === start ? whole(at) : broken(at);
    }
  }
  return broken(start + longestSequence);
};

/** `ESC [ [ A` is F1 on a Linux console, `ESC [ [ 5 ~` a page key on some others. */
const linuxConsoleEnd = (text: string, start: number): SequenceEnd => {
  let at = start;
  while (isDigit(text.charCodeAt(at)) && at < start + 2) {
    at++;
  }
  if (at >= text.length) {
    return cut;
  }
  return isFinal(text.charCodeAt(at)) ? whole(at + 1) : broken(at);
};

const ss3End = (text: string, start: number): SequenceEnd => {
  const at = isDigit(text.charCodeAt(start)) ? start + 1 : start;
  if (at >= text.length) {
    return cut;
  }
  if (isFinal(text.charCodeAt(at))) {
    return whole(at + 1);
  }
  // Alt+Shift+O, followed by something of its own.
  return whole(start);
};

/** Some terminals send Alt and an arrow as ESC before the arrow's own sequence. */
const doubleEscapeEnd = (text: string, start: number): SequenceEnd => {
  const third = text[start + 2];
  if (third === undefined) {
    return cut;
  }
  if (third !== '[' && third !== 'O') {
    return whole(start + 1);
  }
  const inner = sequenceEnd(text, start + 1);
  const isPaste = inner.kind === 'whole' && text.slice(start + 1, inner.end) === pasteStart;
  return isPaste ? whole(start + 1) : inner;
};

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

const isFinal = (code: number): boolean => code >= 0x40 && code <= 0x7e;

/** rxvt ends shifted keys in `$`, which elsewhere is a byte in the middle of a reply. */
const isRxvtShift = (text: string, start: number, at: number): boolean =>
  text[at] === '$' && /^\d{1,2}$/.test(text.slice(start, at));
