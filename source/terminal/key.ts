import {canonicalName, withModifiers, xtermSequence} from './key-names.ts';

export type Key = {
  /** `up`, `ctrl+left`, `alt+b`, `f1`; `text` and `paste` for what is to be inserted; or `unknown`. */
  readonly name: string;
  /** Only `text` and `paste` have it. It is as it came: clean it before it is kept. */
  readonly text: string;
  /** The same key as xterm writes it, for Ink, which knows fewer dialects. */
  readonly sequence: string;
};

export const unknownKey: Key = {name: 'unknown', text: '', sequence: ''};

export const keyOf = (name: string, modifiers: number): Key => ({
  name: canonicalName(withModifiers(name, modifiers)),
  text: '',
  sequence: xtermSequence(name, modifiers),
});

export const textKey = (text: string): Key => ({name: 'text', text, sequence: text});
