import {pasteEnd} from './control-bytes.ts';

/** In UTF-16 units; what a paste has beyond it is dropped. */
export const longestPaste = 1_048_576;

export type PasteRead =
  | {readonly kind: 'whole'; readonly text: string; readonly end: number}
  /** `pending` may be the start of the end mark. */
  | {readonly kind: 'open'; readonly rest: {readonly paste: string; readonly pending: string}};

/** Goes on with an open paste, of which `paste` has arrived, at `start` of `text`. */
export const readPaste = (paste: string, text: string, start: number): PasteRead => {
  const end = text.indexOf(pasteEnd, start);
  if (end !== -1) {
    const whole = append(paste, text.slice(start, end));
    return {kind: 'whole', text: whole, end: end + pasteEnd.length};
  }
  const more = text.slice(start);
  const kept = more.length - endMarkBegun(more);
  return {
    kind: 'open',
    rest: {paste: append(paste, more.slice(0, kept)), pending: more.slice(kept)},
  };
};

const append = (paste: string, more: string): string =>
  paste.length >= longestPaste ? paste : (paste + more).slice(0, longestPaste);

/** How many characters at the end may be the start of the mark that ends a paste. */
const endMarkBegun = (text: string): number => {
  for (let length = pasteEnd.length - 1; length > 0; length--) {
    if (text.endsWith(pasteEnd.slice(0, length))) {
      return length;
    }
  }
  return 0;
};
