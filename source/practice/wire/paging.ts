import type {Asked} from './exchange.ts';

/** The Dashboard's `page_size`; a request cannot change it. */
const PAGE_SIZE = 10;

export type Page = {
  /** Places [from, to) of the whole list. */
  readonly from: number;
  readonly to: number;
  readonly pages: number;
};

/** Pages are numbered from 1; a negative number gives everything at once (tyk-facts 1.1). */
export const pageOf = ({query}: Asked, size: number): Page => {
  const asked = Number.parseInt(query.get('p') ?? '1', 10);
  if (asked < 0) return {from: 0, to: size, pages: size === 0 ? 0 : 1};
  const from = (Math.max(1, asked || 1) - 1) * PAGE_SIZE;
  return {
    from: Math.min(from, size),
    to: Math.min(from + PAGE_SIZE, size),
    pages: Math.ceil(size / PAGE_SIZE),
  };
};
