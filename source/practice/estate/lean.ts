import {isObject} from '../reader.ts';
import {listItem} from './list-item.ts';
import type {PlacedSeed} from './seed.ts';

/** Above so many APIs the list leaves out what is empty: as whole items 100,000 of them are 900 MB. */
export const mostWholeItems = 20_000;

/** A list item of about a kilobyte: without the OAS document and without members that say nothing. */
export const leanItem = (seed: PlacedSeed): unknown =>
  withoutEmpty({...listItem(seed), oas: undefined});

/** Large, and no business of a key's. */
const unread = ['extended_paths', 'CORS', 'cache_options', 'uptime_tests'];

const withoutEmpty = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(
    ([name, member]) => [name, withoutEmpty(member)] as const,
  );
  return Object.fromEntries(
    members.filter(
      ([name, member]) => name === 'active' || !(unread.includes(name) || isEmpty(member)),
    ),
  );
};

const isEmpty = (value: unknown): boolean =>
  value === false ||
  value === 0 ||
  value === '' ||
  value === undefined ||
  value === null ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);
