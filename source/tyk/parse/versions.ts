import type {Api} from '../../key/api.ts';
import {fieldsOf, identifierOf, isFields, rawText, textOf, type Fields} from './shape.ts';

type Versions = Pick<Api, 'versions' | 'versioned' | 'defaultVersion' | 'sisters'>;

/** What a key lists where the gateway does not look (tyk-facts 1.5): works on every release. */
const ANY: readonly string[] = ['Default'];

export const versionsOf = (definition: Fields, ownId: string): Versions => {
  const oas = definition.is_oas === true;
  const data = definition.version_data;
  const names = namesOf(fieldsOf(data).versions);
  const versioned = !oas && isFields(data) && data.not_versioned !== true && names.size > 0;
  return {
    versions: names.size > 0 ? [...names.values()] : ANY,
    versioned,
    defaultVersion: versioned ? defaultOf(names, fieldsOf(data).default_version) : '',
    sisters: oas ? sistersOf(definition, ownId) : [],
  };
};

/** From the map's keys to the names that are compared with a key's list (the gateway compares `name`). */
const namesOf = (versions: unknown): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const [key, version] of Object.entries(fieldsOf(versions))) {
    const name = identifierOf(fieldsOf(version).name) ?? identifierOf(key);
    if (name !== undefined) names.set(key, name);
  }
  return names;
};

const defaultOf = (names: ReadonlyMap<string, string>, written: unknown): string =>
  names.get(rawText(written)) ?? '';

/** On the base of an OAS API with versions: name → API id. The base does not open them. */
const sistersOf = (definition: Fields, ownId: string): Api['sisters'] =>
  Object.entries(fieldsOf(fieldsOf(definition.definition).versions)).flatMap(([name, id]) => {
    const apiId = identifierOf(id);
    return apiId === undefined || apiId === ownId ? [] : [{name: textOf(name), apiId}];
  });
