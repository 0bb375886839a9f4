import {ESC, pasteStart} from './control-bytes.ts';
import {readPaste} from './open-paste.ts';
import {sequenceEnd} from './sequence-end.ts';
import {decodeUtf8, noBytes} from './utf8.ts';

/** One thing that a person (or their terminal) sent. Only the key table knows its name. */
export type Token = {
  /** A run of printable text, one control character, one escape sequence, one whole paste. */
  readonly kind: 'text' | 'control' | 'sequence' | 'paste';
  readonly text: string;
};

export type SplitState = {
  readonly bytes: Uint8Array;
  /** The start of a sequence, or inside a paste of its end mark. */
  readonly pending: string;
  /** The ESC that `pending` begins with was already given out as a key of its own. */
  readonly isEscapeOut: boolean;
  /** What has arrived of an open paste. */
  readonly paste: string | undefined;
};

export type Split = {readonly tokens: readonly Token[]; readonly state: SplitState};

export const nothingPending: SplitState = {
  bytes: noBytes,
  pending: '',
  isEscapeOut: false,
  paste: undefined,
};

/** Splits one read. How the input was cut into reads never changes the tokens (text runs apart). */
export const splitKeys = (state: SplitState, chunk: Uint8Array | string): Split => {
  const isText = typeof chunk === 'string';
  const {text, rest} = isText ? {text: chunk, rest: noBytes} : decodeUtf8(state.bytes, chunk);
  return splitText({...state, bytes: rest}, state.pending + text);
};

const loneEscape: Token = {kind: 'control', text: ESC};

/** The tail did not come in time: what the pending characters mean without it. */
export const settle = (state: SplitState): Split => {
  const {pending, isEscapeOut} = state;
  if (state.paste !== undefined || pending === '') {
    return {tokens: [], state};
  }
  const done = {...nothingPending, bytes: state.bytes};
  if (isEscapeOut) {
    return {tokens: [], state: done};
  }
  if (pending === ESC) {
    return {tokens: [loneEscape], state: {...done, pending: ESC, isEscapeOut: true}};
  }
  if (pending.startsWith(ESC + ESC)) {
    const after = settle({...state, pending: pending.slice(1)});
    return {...after, tokens: [loneEscape, ...after.tokens]};
  }
  const isAltKey = pending.length === 2;
  return {tokens: isAltKey ? [{kind: 'sequence', text: pending}] : [], state: done};
};

/** Gives out an open paste whose end mark was lost. */
export const abandonPaste = (state: SplitState): Split => ({
  tokens: state.paste === undefined ? [] : [{kind: 'paste', text: state.paste}],
  state: nothingPending,
});

type Step =
  | {readonly kind: 'token'; readonly token: Token; readonly end: number}
  | {readonly kind: 'skip'; readonly end: number}
  | {readonly kind: 'openPaste'; readonly end: number}
  | {readonly kind: 'cut'};

const splitText = (state: SplitState, text: string): Split => {
  const tokens: Token[] = [];
  let paste = state.paste;
  let at = 0;
  while (at < text.length) {
    if (paste !== undefined) {
      const read = readPaste(paste, text, at);
      if (read.kind === 'open') {
        return {tokens, state: {...nothingPending, bytes: state.bytes, ...read.rest}};
      }
      tokens.push({kind: 'paste', text: read.text});
      paste = undefined;
      at = read.end;
      continue;
    }
    const isEscapeOut = state.isEscapeOut && at === 0;
    const step = nextStep(text, at, isEscapeOut);
    if (step.kind === 'cut') {
      return {tokens, state: {...state, isEscapeOut, paste, pending: text.slice(at)}};
    }
    if (step.kind === 'token') {
      tokens.push(step.token);
    }
    paste = step.kind === 'openPaste' ? '' : undefined;
    at = step.end;
  }
  return {tokens, state: {...nothingPending, bytes: state.bytes, paste}};
};

const printable = /[^\p{Cc}]+/uy;

const nextStep = (text: string, at: number, isEscapeOut: boolean): Step => {
  if (text[at] === ESC) {
    return escapeStep(text, at, isEscapeOut);
  }
  printable.lastIndex = at;
  const run = printable.exec(text)?.[0];
  const token: Token =
    run === undefined ? {kind: 'control', text: text.charAt(at)} : {kind: 'text', text: run};
  return {kind: 'token', token, end: at + token.text.length};
};

const escapeStep = (text: string, at: number, isEscapeOut: boolean): Step => {
  if (isEscapeOut && !isLateTail(text, at + 1)) {
    return {kind: 'skip', end: at + 1};
  }
  const found = sequenceEnd(text, at);
  if (found.kind === 'cut') {
    return found;
  }
  const sequence = text.slice(at, found.end);
  if (found.kind === 'broken' || (isEscapeOut && sequence.length === 2)) {
    return {kind: 'skip', end: found.end};
  }
  if (sequence === pasteStart) {
    return {kind: 'openPaste', end: found.end};
  }
  const kind = sequence === ESC ? 'control' : 'sequence';
  return {kind: 'token', token: {kind, text: sequence}, end: found.end};
};

/** A person may type "OAuth" right after Esc: `O` only counts as a tail when its arrow came with it. */
const isLateTail = (text: string, at: number): boolean =>
  at >= text.length || text[at] === '[' || /^O[A-DFHP-S]$/.test(text.slice(at));
