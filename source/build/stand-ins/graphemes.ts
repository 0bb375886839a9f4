/** One grapheme of a text: what the members that Ink reads of `Intl.SegmentData` hold. */
export type Grapheme = {readonly segment: string; readonly index: number; readonly input: string};

/** The part of `Intl.Segments` that Ink and its packages use. */
export type Graphemes = Iterable<Grapheme> & {
  readonly containing: (index?: number) => Grapheme | undefined;
};

/*
 * Code units that are a grapheme of their own beside any other of these: no mark, joiner, surrogate,
 * jamo or prefix, and no CR, which takes an LF along.
 */
const plainText =
  /^[\0-\x0c\x0e-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u200a\u2010-\u2027\u202f-\u205f\u2070-\u20cf\u2100-\u2bff\u3000-\u3029\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff9d]*$/;

/** Whether the stand-in splits this text itself. */
export const isPlain = (text: string): boolean => plainText.test(text);

/**
 * Stands in for `Intl.Segmenter` by grapheme: plain text is split here, and the real one,
 * whose first use costs a third of Node's own boot, is made for the first text that needs it.
 */
export class GraphemeSegmenter {
  #real: Intl.Segmenter | undefined;

  segment(input: string): Graphemes {
    if (isPlain(input)) return new PlainGraphemes(input);
    this.#real ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
    return this.#real.segment(input);
  }
}

class PlainGraphemes implements Graphemes {
  readonly #input: string;

  constructor(input: string) {
    this.#input = input;
  }

  *[Symbol.iterator](): Generator<Grapheme, undefined> {
    for (let index = 0; index < this.#input.length; index++) yield this.#at(index);
    return undefined;
  }

  containing(index = 0): Grapheme | undefined {
    return index >= 0 && index < this.#input.length ? this.#at(index) : undefined;
  }

  #at(index: number): Grapheme {
    return {segment: this.#input.charAt(index), index, input: this.#input};
  }
}
