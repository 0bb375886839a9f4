import {emptyShelf} from './find.ts';
import type {Listing} from './state.ts';

/** A list that nobody has asked for yet. */
export const idleListing = <T>(): Listing<T> => ({
  status: 'idle',
  shelf: emptyShelf<T>(),
  receivedBytes: 0,
  problem: undefined,
});
