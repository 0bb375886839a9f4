/**
 * Reads JSON the way Go's decoder does, which is what both servers are written in: types are strict,
 * `null` and missing are the zero value, unknown members are skipped, names match in any case.
 */
export type Reader<T> = {readonly zero: T; readonly read: (value: unknown) => T | typeof refused};

/** What a reader gives for a value of the wrong type. */
export const refused: unique symbol = Symbol('refused');

type Fields = Readonly<Record<string, Reader<unknown>>>;

/** The type of what a reader reads. */
export type Reads<R> = R extends Reader<infer T> ? T : never;

const scalar = <T>(zero: T, fits: (value: unknown) => value is T): Reader<T> => ({
  zero,
  read: value => (value === null ? zero : fits(value) ? value : refused),
});

const INT64 = 2 ** 63;

export const text = scalar('', value => typeof value === 'string');
export const flag = scalar(false, value => typeof value === 'boolean');
export const float = scalar(0, value => typeof value === 'number');
export const integer = scalar(
  0,
  (value): value is number =>
    typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < INT64,
);

/** Any JSON value, kept as it is. */
export const anything: Reader<unknown> = {zero: null, read: value => value};

export const list = <T>(element: Reader<T>): Reader<readonly T[]> => ({
  zero: [],
  read: value => {
    if (value === null) return [];
    if (!Array.isArray(value)) return refused;
    const elements: T[] = [];
    for (const each of value as readonly unknown[] /* isArray says any[] */) {
      const read = element.read(each);
      if (read === refused) return refused;
      elements.push(read);
    }
    return elements;
  },
});

export const map = <T>(element: Reader<T>): Reader<Readonly<Record<string, T>>> => ({
  zero: {},
  read: value => {
    if (value === null) return {};
    if (!isObject(value)) return refused;
    const entries: [string, T][] = [];
    for (const [name, each] of Object.entries(value)) {
      const read = element.read(each);
      if (read === refused) return refused;
      entries.push([name, read]);
    }
    // Not assignment: a member called `__proto__` stays a member.
    return Object.fromEntries(entries);
  },
});

/** An object with named members; the names in `fields` are written in lower case. */
export const struct = <F extends Fields>(
  fields: F,
): Reader<{readonly [K in keyof F]: Reads<F[K]>}> => {
  type Struct = {readonly [K in keyof F]: Reads<F[K]>};
  const zeros = Object.entries(fields).map(([name, reader]) => [name, reader.zero] as const);
  const zero = Object.fromEntries(zeros) as Struct; // built from the very table that is its type
  return {
    zero,
    read: value => {
      if (value === null) return zero;
      if (!isObject(value)) return refused;
      const members: Record<string, unknown> = {...zero};
      for (const [name, each] of Object.entries(value)) {
        const known = name.toLowerCase();
        const read = Object.hasOwn(fields, known) ? fields[known]?.read(each) : undefined;
        if (read === refused) return refused;
        if (read !== undefined) members[known] = read;
      }
      return members as Struct; // every member came from its own reader
    },
  };
};

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A map's own member: a name from outside may be `constructor`. */
export const member = <T>(map: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(map, name) ? map[name] : undefined;

/** Parsed JSON, or `undefined` where the text is none. */
export const parseJson = (source: string): unknown => {
  try {
    return JSON.parse(source) as unknown; // JSON.parse says any
  } catch {
    return undefined;
  }
};

/** The first JSON object or array of a text: Go's decoder leaves what follows it unread. */
export const firstDocument = (source: string): string => {
  let depth = 0;
  for (const {0: token, index} of source.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth === 0) return source.slice(0, index + token.length);
  }
  return source;
};
