/** What stands in for a secret wherever it is printed by accident. */
const DOTS = '••••••••';

/**
 * A credential or a key. Printing, JSON and inspection give dots; only `reveal()` gives the text.
 * Every call of `reveal()` is a place where the text may become visible: keep them few and findable.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  get isEmpty(): boolean {
    return this.#text === '';
  }

  toString(): string {
    return DOTS;
  }

  toJSON(): string {
    return DOTS;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return DOTS;
  }
}
