import type {PlacedSeed} from './seed.ts';

/** The texts in which APIs of one shape differ. */
const slots = ['name', 'path', 'apiId', 'databaseId', 'createdAt'] as const;
const slotPattern = new RegExp(`@(${slots.join('|')}|categories)@`);

/**
 * `build` and `JSON.stringify` in one, about ten times faster: APIs differ in a handful of texts, so
 * each shape is written once, cut at these texts, and then only filled in. 100,000 APIs are 850 MB.
 */
export const templated = (build: (seed: PlacedSeed) => unknown): ((seed: PlacedSeed) => string) => {
  const templates = new Map<string, readonly string[]>();
  return seed => {
    const shape = emptied(seed);
    const key = JSON.stringify(shape);
    const template = templates.get(key) ?? JSON.stringify(build(shape)).split(slotPattern);
    templates.set(key, template);
    const fillings = fillingsOf(seed);
    // A split at a pattern with a group alternates: literal, slot, literal, slot, ...
    return template.map((part, at) => (at % 2 === 0 ? part : (fillings[part] ?? ''))).join('');
  };
};

const emptied = (seed: PlacedSeed): PlacedSeed => ({
  ...seed,
  name: '@name@',
  path: '@path@',
  apiId: '@apiId@',
  databaseId: '@databaseId@',
  createdAt: '@createdAt@',
  ...(seed.oas === undefined || seed.oas.categories.length === 0
    ? {}
    : {oas: {...seed.oas, categories: ['@categories@']}}),
});

const fillingsOf = (seed: PlacedSeed): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(slots.map(slot => [slot, insideQuotes(seed[slot])])),
  categories: (seed.oas?.categories ?? []).map(insideQuotes).join('","'),
});

const insideQuotes = (value: string): string => JSON.stringify(value).slice(1, -1);
