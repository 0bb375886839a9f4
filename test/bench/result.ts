/** One line of the table: what was measured, and what this project asks of it. */
export type Result = {
  readonly what: string;
  readonly seen: number;
  readonly unit: 'x' | 'bytes' | 'ms';
  /** The most that is wanted, in the same unit. */
  readonly goal?: number;
  /** What the figure was made of, for people. */
  readonly from: string;
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};

export const table = (results: readonly Result[]): string => {
  const rows = results.map(({what, seen, unit, goal, from}) => [
    what,
    amount(seen, unit),
    goal === undefined ? '' : `${seen <= goal ? 'within' : 'OVER'} ${amount(goal, unit)}`,
    from,
  ]);
  const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  return rows
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
};

const amount = (value: number, unit: Result['unit']): string =>
  unit === 'x' ? `${value.toFixed(2)}x` : `${value.toFixed(unit === 'ms' ? 1 : 0)} ${unit}`;
