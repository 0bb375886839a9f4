import type {Answer} from '../key/problem.ts';
import type {Dialect, Page} from './dialect.ts';
import {readBareApi} from './parse/api.ts';
import {readGatewayKey} from './parse/created-key.ts';
import {unreadable} from './parse/json.ts';
import {readPolicy} from './parse/policy.ts';
import {fieldsOf, isFields, rawText} from './parse/shape.ts';
import {storedAnswer} from './parse/stored-key.ts';

/** tyk-facts 1.2, 2.1, 4, 6.1; gateway.md parts B and C. */
export const gateway: Dialect = {
  kind: 'gateway',
  header: 'x-tyk-authorization',
  variable: 'TYK_GW_SECRET',
  apis: {
    path: () => '/tyk/apis',
    readPage: value => readBareList(value, 'apis'),
    readRow: readBareApi,
    rowName: '[].api_id',
  },
  policies: {
    path: () => '/tyk/policies',
    readPage: value => readBareList(value, 'policies'),
    readRow: readPolicy,
    absent: {kind: 'policiesNotListed'},
    rowName: '[].id',
  },
  createPath: '/tyk/keys/create',
  keyPath: key => `/tyk/keys/${encodeURIComponent(key)}`,
  readCreated: readGatewayKey,
  // A data-plane gateway has neither the list nor `/tyk/keys/create`: there the POST would make a key called "create".
  createNeedsApis: true,
  createdHoldsStored: false,
  // The bare session. An empty key asks for the list of keys, which is none.
  readStored: value => storedAnswer('keys' in fieldsOf(value) ? undefined : value, 'session'),
};

/** A bare list in an order that differs from call to call. */
const readBareList = (value: unknown, name: string): Answer<Page> => {
  if (isFields(value) && ('apis' in value || 'Data' in value))
    return {ok: false, problem: {kind: 'otherServer', found: 'dashboard'}};
  if (value !== null && !Array.isArray(value)) return unreadable(name);
  const named = (value ?? []).map((item: unknown) => ({item, name: rawText(fieldsOf(item).name)}));
  named.sort((a, b) => byText(a.name.toLowerCase(), b.name.toLowerCase()));
  return {ok: true, value: {items: named.map(({item}) => item), pages: 1}};
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
