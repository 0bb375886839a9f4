/** The next or the previous of the rows of a form; behind the last one comes the first. */
export const neighbour = <Row>(rows: readonly Row[], row: Row, by: 1 | -1): Row =>
  rows[(rows.indexOf(row) + by + rows.length) % rows.length] ?? row;
