import {Box, useCursor} from 'ink';
import {memo, useInsertionEffect, useSyncExternalStore} from 'react';
import {tooSmall} from '../text/frame.ts';
import type {Place} from '../view/place.ts';
import {view} from '../view/view.ts';
import {isTooSmall} from '../wizard/size.ts';
import type {Size, State} from '../wizard/state.ts';
import {Field} from './field.tsx';
import {layout} from './layout.ts';
import {Menu} from './menu.tsx';
import type {Page, PageRow} from './page.ts';
import {blankRow, spansRow} from './page.ts';
import {Spans} from './spans.tsx';
import type {Theme} from './theme.ts';
import {ThemeContext} from './theme.ts';
import {wrapped} from './wrap.ts';

export type AppProps = {
  readonly store: {
    readonly state: () => State;
    readonly subscribe: (listener: () => void) => () => void;
  };
  readonly place: () => Place;
  readonly theme: Theme;
  /** The answer of the menu that is shown. */
  readonly choose: (value: string) => void;
  /** Hears of a state when React has made its frame, before Ink writes it. */
  readonly framed: (state: State) => void;
  /** Another number draws the frame anew though nothing has changed. */
  readonly turn: number;
};

/** The frame of a state. Pure, so that everybody who needs to know where things stand asks the same. */
export const pageOf = (state: State, place: Place, ascii: boolean): Page => {
  if (isTooSmall(state.size)) return tooSmallPage(state.size);
  return layout(view(state, place), state.size, {columns: state.size.columns, ascii});
};

const tooSmallPage = ({columns, rows}: Size): Page => {
  const lines = wrapped([{text: tooSmall}], Math.max(1, columns - 1)).map(spansRow);
  const height = Math.max(1, rows - 1);
  const filled = Array.from({length: height}, (_, at) => lines[at] ?? blankRow);
  return {rows: filled, caret: undefined, secretRow: undefined};
};

export const App = ({store, place, theme, choose, framed}: AppProps) => {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const page = pageOf(state, place(), theme.ascii);
  const {setCursorPosition} = useCursor();
  setCursorPosition(page.caret);
  // Layout effects would be too late: Ink writes in the same commit, right after this.
  useInsertionEffect(() => {
    framed(state);
  });
  return (
    <ThemeContext value={theme}>
      <Box flexDirection="column">
        {pieces(page.rows).map(({at, row, blanks}) => {
          if (blanks > 0) return <Box key={at} height={blanks} flexShrink={0} />;
          return row.kind === 'menu' ? (
            <Menu key="menu" row={row} choose={choose} />
          ) : (
            <Line key={at} row={row} />
          );
        })}
      </Box>
    </ThemeContext>
  );
};

type Piece = {readonly at: number; readonly row: PageRow; readonly blanks: number};

/** Neighbouring blank rows are one piece: the first frame is half made of them. */
const pieces = (rows: readonly PageRow[]): readonly Piece[] => {
  const found: Piece[] = [];
  for (const [at, row] of rows.entries()) {
    const last = found.at(-1);
    const isBlank = row.kind === 'spans' && row.spans.length === 0;
    if (isBlank && last !== undefined && last.blanks > 0) {
      found[found.length - 1] = {...last, blanks: last.blanks + 1};
    } else found.push({at, row, blanks: isBlank ? 1 : 0});
  }
  return found;
};

type LineProps = {readonly row: Exclude<PageRow, {kind: 'menu'}>};

/** Most lines of a frame are as they were: an arrow key changes two. */
const Line = memo(
  ({row}: LineProps) =>
    row.kind === 'input' ? (
      <Field row={row} />
    ) : (
      <Box height={1} flexShrink={0}>
        <Spans text={row.spans} />
      </Box>
    ),
  (before, after) => JSON.stringify(before.row) === JSON.stringify(after.row),
);
Line.displayName = 'Line';
