/**
 * Where a caret may stand: between what a person sees as characters (an emoji with its skin tone, a flag, a
 * letter with its accents). `Intl.Segmenter` costs milliseconds, so it is made only when a neighbour of the
 * caret is not ASCII; between two ASCII characters there is always a place.
 */
export const graphemeBefore = (text: string, caret: number): number => {
  if (caret <= 0) return 0;
  if (isPlain(text, caret - 1) && isPlain(text, caret - 2)) return caret - 1;
  return clusterAt(text, caret - 1).start;
};

export const graphemeAfter = (text: string, caret: number): number => {
  if (caret >= text.length) return text.length;
  if (isPlain(text, caret) && isPlain(text, caret + 1)) return caret + 1;
  return clusterAt(text, caret).end;
};

/** The caret itself where it may stand there, else the end of the character that it is in; within the text. */
export const settle = (text: string, caret: number): number => {
  if (caret <= 0) return 0;
  if (caret >= text.length) return text.length;
  if (isPlain(text, caret - 1) && isPlain(text, caret)) return caret;
  const {start, end} = clusterAt(text, caret);
  return start === caret ? caret : end;
};

/** ASCII, or no character at all. */
const isPlain = (text: string, index: number): boolean => !(text.charCodeAt(index) >= 0x80);

let segmenter: Intl.Segmenter | undefined;

const clusterAt = (text: string, index: number): {readonly start: number; readonly end: number} => {
  segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
  const cluster = segmenter.segment(text).containing(index);
  // Only outside of the text, where no caller asks.
  if (cluster === undefined) return {start: index, end: index};
  return {start: cluster.index, end: cluster.index + cluster.segment.length};
};
