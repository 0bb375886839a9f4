import {ESC, pasteEnd, pasteStart} from './control-bytes.ts';
import {characterKey} from './character-key.ts';
import {keyOf, textKey, unknownKey, type Key} from './key.ts';
import {alt, ctrl, shift} from './key-names.ts';
import {sequenceKey} from './key-sequences.ts';
import type {Token} from './split-keys.ts';
import {isTerminalReply} from './terminal-replies.ts';

/** One press of a key, a run of typed text, or one paste. */
export type KeyPress = Key & {
  /** When the read that brought its first byte arrived, in milliseconds of the clock that was passed in. */
  readonly readAt: number;
};

/** Names a token; `undefined` when it is not a key (an answer of the terminal, a key being let go). */
export const nameKey = (token: Token): Key | undefined => {
  switch (token.kind) {
    case 'text':
      return textKey(token.text);
    case 'paste':
      return {name: 'paste', text: token.text, sequence: pasteStart + token.text + pasteEnd};
    case 'control':
      return controlKey(token.text, 0);
    case 'sequence':
      return isTerminalReply(token.text) ? undefined : escapedKey(token.text);
  }
};

const escapedKey = (sequence: string): Key | undefined => {
  const rest = sequence.slice(1);
  if (rest.startsWith(ESC)) {
    return sequenceKey(rest, alt);
  }
  const isAltKey = /^.$/su.test(rest);
  return isAltKey ? altKey(rest) : sequenceKey(sequence, 0);
};

const altKey = (character: string): Key => {
  if (/\p{Cc}/u.test(character)) {
    return controlKey(character, alt);
  }
  const isUpper = /\p{Lu}/u.test(character);
  return keyOf(character.toLowerCase(), alt | (isUpper ? shift : 0));
};

/** The control characters that are keys of their own. Line feed is what Ctrl+J and pasted lines send. */
const controlKeys: ReadonlyMap<string, string> = new Map([
  ['\r', 'enter'],
  ['\n', 'enter'],
  ['\t', 'tab'],
  ['\b', 'backspace'],
  ['\u007F', 'backspace'],
  [ESC, 'escape'],
]);

const controlKey = (character: string, modifiers: number): Key => {
  const named = controlKeys.get(character);
  if (named !== undefined) {
    return keyOf(named, modifiers);
  }
  const code = character.charCodeAt(0);
  if (code === 0) {
    return {name: 'ctrl+space', text: '', sequence: character};
  }
  return code < 0x20 ? characterKey(code + 0x40, ctrl | modifiers) : unknownKey;
};
