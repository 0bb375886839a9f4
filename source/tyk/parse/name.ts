import {clean} from '../../key/clean.ts';
import {rawText, textsOf, type Fields} from './shape.ts';

export type Naming = {readonly name: string; readonly categories: readonly string[]};

/**
 * Classic: categories are the ` #tags` behind the name, blanks allowed in them. OAS: they stand on the list's
 * item, and a `#` in the name is just a `#` (tyk-facts 1.4). `fallback` names an API without a name.
 */
export const namingOf = (definition: Fields, itemCategories: unknown, fallback: string): Naming => {
  const written = rawText(definition.name);
  const [title = '', ...hashtags] = definition.is_oas === true ? [written] : written.split('#');
  const categories = [...hashtags.map(tag => clean(tag)), ...textsOf(itemCategories)];
  return {
    name: clean(title.trim()) || clean(written.trim()) || fallback,
    categories: distinct(categories.map(category => category.replace(/^#/, '').trim())),
  };
};

/** Case makes no other category; the first spelling is kept. */
const distinct = (categories: readonly string[]): readonly string[] => {
  if (categories.length === 0) return categories;
  const spellings = new Map<string, string>();
  for (const category of categories) {
    const key = category.toLowerCase();
    if (category !== '' && !spellings.has(key)) spellings.set(key, category);
  }
  return [...spellings.values()];
};
