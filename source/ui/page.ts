import type {Block, Text} from '../view/content.ts';

export type MenuBlock = Extract<Block, {kind: 'menu'}>;

/** What stands in one row of the screen, or, for a menu, in `height` rows. */
export type PageRow =
  | {readonly kind: 'spans'; readonly spans: Text}
  | {
      readonly kind: 'input';
      readonly before: Text;
      /** The part of the value that is visible. */
      readonly value: string;
      readonly placeholder: string;
      readonly after: Text;
    }
  | {
      readonly kind: 'menu';
      readonly menu: MenuBlock;
      readonly height: number;
      readonly width: number;
      readonly labelWidth: number;
    };

/** A caret in columns and rows of the frame, both from 0. */
export type Caret = {readonly x: number; readonly y: number};

/** The whole frame, row by row. */
export type Page = {
  readonly rows: readonly PageRow[];
  readonly caret: Caret | undefined;
  /** The row where the key begins, when all its rows are visible. */
  readonly secretRow: number | undefined;
};

/** What a block looks like at a width; `focus` is the row in it that should be seen. */
export type Laid = {
  readonly rows: readonly PageRow[];
  readonly caret?: Caret;
  readonly focus?: number;
  /** Where the key begins in it. */
  readonly secret?: number;
};

export const blankRow: PageRow = {kind: 'spans', spans: []};
export const spansRow = (spans: Text): PageRow => ({kind: 'spans', spans});

/** How the frame may look. */
export type Style = {readonly columns: number; readonly ascii: boolean};
