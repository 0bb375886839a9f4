import type {Told} from '../asking.ts';

/** Where two answers differ: a path into the JSON, or `status`, `type` (the content type), `text` (no JSON). */
export type Difference = {
  readonly at: string;
  readonly practice: unknown;
  readonly real: unknown;
};

/** Stands where one of the two has no such member. */
export const absent = '(absent)';

/** Member by member, after all that differs from one run to the next is taken out. */
export const compare = (practice: Told, real: Told): readonly Difference[] => [
  ...leaf('status', practice.status, real.status),
  ...leaf('type', practice.type, real.type),
  ...(practice.json === undefined || real.json === undefined
    ? leaf('text', textOf(practice), textOf(real))
    : members('$', steady(practice.json), steady(real.json))),
];

const textOf = ({json, text}: Told): string => (json === undefined ? text.trim() : '(JSON)');

const leaf = (at: string, practice: unknown, real: unknown): readonly Difference[] =>
  practice === real ? [] : [{at, practice, real}];

/** A zero that only the real one says is no difference: from 5.12 on they are left out. */
const members = (at: string, practice: unknown, real: unknown): readonly Difference[] => {
  if (isMembers(practice) && isMembers(real)) {
    const names = [...new Set([...Object.keys(practice), ...Object.keys(real)])].sort();
    return names.flatMap(name => {
      const [mine, theirs] = [practice[name], real[name]];
      if (mine === undefined && isZero(theirs)) return [];
      return members(`${at}.${name}`, mine ?? absent, theirs ?? absent);
    });
  }
  if (Array.isArray(practice) && Array.isArray(real) && practice.length === real.length)
    return practice.flatMap((each: unknown, index) =>
      members(`${at}[${index}]`, each, real[index]),
    );
  return leaf(at, practice, real);
};

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isZero = (value: unknown): boolean =>
  value === 0 ||
  value === '' ||
  value === false ||
  value === null ||
  (isMembers(value) && Object.values(value).every(isZero)) ||
  (Array.isArray(value) && value.length === 0);

/** Keys, hashes and times by what they are, lists of texts (tags, keys) in one order. */
const steady = (value: unknown): unknown => {
  if (typeof value === 'string') return steadyText(value);
  if (typeof value === 'number') return value > 1_600_000_000 ? '(time)' : value;
  if (Array.isArray(value)) {
    const elements = value.map(steady);
    return elements.every(each => typeof each === 'string') ? elements.sort() : elements;
  }
  return isMembers(value)
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, steady(each)]))
    : value;
};

const steadyText = (text: string): string =>
  text
    .replace(/ey[A-Za-z0-9+/]{40,}={0,2}/g, '(key)')
    .replace(/^[0-9a-f]{16}$/, '(hash)')
    .replace(/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/, '(date)')
    .replace(/^1\d{9}$/, '(time as text)');
