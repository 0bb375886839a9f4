import {serverNames} from './names.ts';
import {counted, grouped, secondsWords} from './time.ts';

export const searchLabel = 'Search';
export const searchPlaceholder = 'type to find by name or API id';
export const policyPlaceholder = 'type to find by name or policy id';

export const countWords = (hits: number, total: number, marked: number): string => {
  const found = hits === total ? grouped(total) : `${grouped(hits)} of ${grouped(total)}`;
  return marked === 0 ? found : `${found} · ${marked} marked`;
};

export const groupedBy = {
  authType: 'grouped by authentication type',
  category: 'grouped by category',
  none: 'not grouped',
} as const;

export const inCategories = (labels: readonly string[]): string => `category ${labels.join(', ')}`;
export const onlyOpenable = (hides: number): string =>
  `only APIs that a key can open (hides ${grouped(hides)})`;

const listNames = {apis: 'APIs', policies: 'policies'} as const;

export const loadingWords = (what: keyof typeof listNames, rows: number, bytes: number): string => {
  const size =
    bytes < 2 ** 20
      ? `${grouped(Math.ceil(bytes / 1024))} kB`
      : `${grouped(Math.round(bytes / 2 ** 20))} MB`;
  if (rows > 0) return `Loading ${listNames[what]}: ${grouped(rows)} so far (${size}).`;
  return bytes > 0 ? `Loading ${listNames[what]}: ${size} so far.` : `Loading ${listNames[what]}.`;
};

export const noMatch = (query: string): string =>
  `Nothing matches "${query}". Esc clears the search.`;
export const filteredOut = 'The filter hides every API. Ctrl+X clears it.';
export const emptyList = (server: keyof typeof serverNames) =>
  ({
    apis: `This ${serverNames[server]} lists no API for you. Create one there, or ask for access.`,
    policies: `This ${serverNames[server]} lists no policy for you.`,
  }) as const;

/** `row 3/60`, an API in two groups being two rows: where the cursor is. Before the id, so that what changes with an arrow stands together. */
export const positionWords = (at: number, of: number): string =>
  `row ${grouped(at)}/${grouped(of)}`;

export const idLine = (organisation: string, position: string, id: string, path: string): string =>
  [organisation === '' ? '' : `org ${organisation}`, position, `id ${id}`, path]
    .filter(part => part !== '')
    .join('  ');
export const markedLine = (names: readonly string[]): string => `Marked: ${names.join(', ')}`;
export const nothingMarked =
  'Nothing marked yet. Tab marks several; Enter takes the one under the cursor.';
export const groupingTitle = 'Group the APIs by';
export const groupingItems = [
  {value: 'authType', label: 'Authentication type'},
  {value: 'category', label: 'Category'},
  {value: 'none', label: 'Nothing: one alphabetical list'},
] as const;

export const filterTitle =
  'Show APIs with any of the marked types and any of the marked categories';
export const filterOnlyOpenable = 'Only APIs that a key can open';
export const filterHides = (hides: number): string => `hides ${counted(hides, 'API')}`;
export const authTypeCell = 'authentication type';
export const categoryCell = 'category';

export const versionsTitle = (name: string): string => `Versions of ${name} that the key opens`;
export const defaultVersion = 'the default version';

export const wayTitle = 'What shall the key open?';
export const wayItems = [
  {value: 'apis', label: 'APIs', detail: 'choose them one by one; the key has limits of its own'},
  {value: 'policy', label: 'Policies', detail: 'they decide access, limits and often the expiry'},
] as const;

export const policyGrants = (names: readonly string[]): string =>
  names.length === 0 ? 'grants no API' : `opens ${names.join(', ')}`;
export const policyExpiry = (seconds: number): string => `ends after ${secondsWords(seconds)}`;
export const policyTags = (tags: readonly string[]): string => `tags ${tags.join(', ')}`;
export const policyMetadata = (names: readonly string[]): string =>
  `sets metadata ${names.join(', ')}`;
