import {unreadable} from './parse/json.ts';
import {readListedApi} from './parse/api.ts';
import {readDashboardKey} from './parse/created-key.ts';
import {readPolicy} from './parse/policy.ts';
import {fieldsOf, isFields, numberOf} from './parse/shape.ts';
import {storedAnswer} from './parse/stored-key.ts';
import type {Answer} from '../key/problem.ts';
import type {Dialect, Page} from './dialect.ts';

/** `p=-1` = everything in one answer (tyk-facts 1.1); a server that does not know it pages. */
const pageQuery = (page: number): string => `?p=${page === 1 ? -1 : page}`;

/** tyk-facts 1.1, 2.1, 4, 6.1. */
export const dashboard: Dialect = {
  kind: 'dashboard',
  header: 'authorization',
  variable: 'TYK_AUTH',
  apis: {
    path: page => `/api/apis${pageQuery(page)}`,
    readPage: value => readEnvelope(value, ['apis', 'pages']),
    readRow: readListedApi,
    rowName: 'apis[].api_definition.api_id',
  },
  policies: {
    path: page => `/api/portal/policies${pageQuery(page)}`,
    readPage: value => readEnvelope(value, ['Data', 'Pages']),
    readRow: readPolicy,
    rowName: 'Data[].id',
  },
  createPath: '/api/keys',
  keyPath: key => `/api/keys/${encodeURIComponent(key)}`,
  readCreated: readDashboardKey,
  createNeedsApis: false,
  createdHoldsStored: true,
  readStored: value => storedAnswer(fieldsOf(value).data, 'data'),
};

/** Lists of policies have capitals; a list may be `null`, and 0 pages means one. */
const readEnvelope = (value: unknown, [list, pages]: readonly [string, string]): Answer<Page> => {
  if (Array.isArray(value)) return {ok: false, problem: {kind: 'otherServer', found: 'gateway'}};
  if (!isFields(value)) return unreadable(list);
  const items = value[list] ?? value[list.toLowerCase()] ?? null;
  const known = list in value || list.toLowerCase() in value;
  if (!known || (items !== null && !Array.isArray(items))) return unreadable(list);
  const count = numberOf(value[pages] ?? value[pages.toLowerCase()]);
  return {ok: true, value: {items: items ?? [], pages: Math.max(1, Math.trunc(count))}};
};
