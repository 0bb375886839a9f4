/** A request as it arrived. */
export type Asked = {
  readonly method: string;
  /** Without the query; percent escapes as sent. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** `undefined` where it was not sent. */
  readonly header: (name: string) => string | undefined;
  readonly body: string;
};

export type Reply = {
  readonly status: number;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Several parts are streamed, each made when the reader is ready for it. */
  readonly body: string | Iterable<string>;
};

export const json = (status: number, value: unknown): Reply => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify(value),
});

export const plain = (status: number, body: string): Reply => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body,
});

/** A JSON text with a long array in the middle, from rows that are JSON already. */
export const streamedJson = (before: string, rows: Iterable<string>, after: string): Reply => ({
  status: 200,
  contentType: 'application/json',
  body: joined(before, rows, after),
});

/** Rows are sent by the handful: one write for each would cost more than making it. */
const ROWS_PER_PART = 16;

function* joined(before: string, rows: Iterable<string>, after: string): Iterable<string> {
  let part = before;
  let count = 0;
  for (const row of rows) {
    part += count === 0 ? row : `,${row}`;
    count += 1;
    if (count % ROWS_PER_PART > 0) continue;
    yield part;
    part = '';
  }
  yield part + after;
}

/** A segment of a path, decoded; as sent where the escapes are broken. */
export const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};
