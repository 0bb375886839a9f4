import {isObject} from '../reader.ts';
import {hashtagsOf, type PracticeApi, readApi} from './api.ts';
import {classicDefinition} from './definition.ts';
import {leanItem} from './lean.ts';
import {listItem} from './list-item.ts';
import {placedSeed} from './places.ts';
import {templated} from './templates.ts';

/** One API of the estate. */
export type Row = {
  readonly name: string;
  readonly categories: readonly string[];
  /** As the gateway understands it; `undefined` where it would not load it. */
  readonly api: PracticeApi | undefined;
  /** JSON: the item of the Dashboard's list, and the definition alone as a gateway lists it. */
  readonly itemText: string;
  readonly definitionText: string;
};

/** Rows by their place; each part is built only when it is looked at. */
export const madeRows = (areLean: boolean): ((index: number) => Row) => {
  const itemText = templated(areLean ? leanItem : listItem);
  const definitionText = templated(classicDefinition);
  return index => {
    const seed = placedSeed(index);
    return {
      name: seed.name,
      categories: seed.oas?.categories ?? hashtagsOf(seed.name),
      get api() {
        return readApi(listItem(seed));
      },
      get itemText() {
        return itemText(seed);
      },
      get definitionText() {
        return definitionText(seed);
      },
    };
  };
};

/** A row made of a list item that a test brought along, whatever it is. */
export const extraRow = (item: unknown): Row => {
  const api = readApi(item);
  return {
    name: api?.name ?? '',
    categories: api?.categories ?? [],
    api,
    itemText: JSON.stringify(item ?? null),
    definitionText: JSON.stringify((isObject(item) ? item['api_definition'] : item) ?? null),
  };
};
