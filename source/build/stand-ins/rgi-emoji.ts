/* All emoji that are one UTF-16 unit and need no variation selector. */
const oneUnitEmoji =
  /^[\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55]$/;

/* A longer emoji holds a selector, a joiner or a surrogate: nothing below this is one. */
const aboveTwoThousand = /[\u2000-\uffff]/;

/**
 * Stands in for the literal `/^\p{RGI_Emoji}$/v`.
 * V8 reads every literal of a file when it parses it, and this one costs half of Node's own boot
 * there and as much again at its first use: it is made for the first text that needs it.
 */
export class RgiEmoji {
  #real: RegExp | undefined;

  test(text: string): boolean {
    if (text.length === 1) return oneUnitEmoji.test(text);
    if (!aboveTwoThousand.test(text)) return false;
    this.#real ??= new RegExp(String.raw`^\p{RGI_Emoji}$`, 'v');
    return this.#real.test(text);
  }
}
