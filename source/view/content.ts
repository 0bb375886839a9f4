/** What a piece of text means; a skin decides how that looks. Colour is never the only sign. */
export type Role = 'plain' | 'muted' | 'strong' | 'accent' | 'good' | 'warn' | 'bad' | 'match';

export type Span = {readonly text: string; readonly role?: Role};
export type Text = readonly Span[];

/** Something the person types. `caret` (UTF-16 units) only where it has the focus. */
export type Input = {
  readonly value: string;
  readonly caret: number | undefined;
  readonly placeholder: string;
};

/** A line of an endless list, made only when it is shown. */
export type ListLine =
  | {readonly kind: 'group'; readonly label: string; readonly count: number}
  | {
      readonly kind: 'item';
      readonly focused: boolean;
      /** `fixed`: can't be marked. */
      readonly mark: 'on' | 'off' | 'fixed';
      readonly name: Text;
      /** Columns after the name, the most dispensable last. */
      readonly cells: readonly string[];
    };

export type MenuItem = {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
};

/**
 * One part of a screen's body. `drop`: decoration that goes first where there is no room, the highest
 * number before the lower ones; without it the block stays.
 */
export type Block = {readonly drop?: number} & (
  | {readonly kind: 'gap'}
  /** Takes the room that is left: what follows stands at the end of the body. */
  | {readonly kind: 'spring'}
  /** `oneLine`: cut where it does not fit, so that what stands below keeps its place. */
  | {readonly kind: 'text'; readonly text: Text; readonly oneLine?: true}
  | {
      readonly kind: 'row';
      readonly label: string;
      readonly value: Text | Input;
      readonly focused: boolean;
      /** A sign before the label: look here. */
      readonly alert?: boolean;
      /** Stands at the right end of the line. */
      readonly aside?: string;
      /** What the field is for; beside it, or below it while it has the focus. */
      readonly note?: string;
      readonly problem?: string;
    }
  | {
      readonly kind: 'menu';
      /** Changes when it is another menu, so that its cursor starts anew. */
      readonly id: string;
      readonly items: readonly MenuItem[];
      readonly initial: number;
    }
  | {
      readonly kind: 'list';
      readonly total: number;
      readonly cursor: number;
      /** Widths of the cells after the name; where there is no room the last ones go. */
      readonly columns: readonly number[];
      readonly line: (index: number) => ListLine;
    }
  | {readonly kind: 'lines'; readonly lines: readonly Text[]; readonly top: number}
  /** Rows that stay blank here: the terminal room writes the key on them. `instead`: while it is hidden. */
  | {
      readonly kind: 'secret';
      readonly length: number;
      readonly instead: string | undefined;
      readonly noRoom: string;
    }
);

export type Hint = {readonly key: string; readonly does: string};

export type Content = {
  readonly title: Text;
  readonly steps: readonly {readonly label: string; readonly is: 'done' | 'now' | 'ahead'}[];
  readonly body: readonly Block[];
  /** The problem line: one sentence or nothing. */
  readonly problem: Span | undefined;
  readonly hints: readonly Hint[];
};

export const isInput = (value: Text | Input): value is Input => 'caret' in value;

export const plain = (text: string): Text => [{text}];
export const muted = (text: string): Text => [{text, role: 'muted'}];
export const gap: Block = {kind: 'gap', drop: 9};
export const paragraph = (text: string, role: Role = 'plain', drop?: number): Block => ({
  kind: 'text',
  text: [{text, role}],
  ...(drop === undefined ? {} : {drop}),
});
