import {shuffled, type World} from '../keys/issue-key.ts';
import {isObject} from '../reader.ts';
import {json, type Reply, streamedJson} from '../wire/exchange.ts';
import type {Route} from '../wire/router.ts';
import {complaint} from './complaint.ts';

/** APIs and policies: bare arrays, in another order on each call (they come out of Go's maps). */
export const apiRoutes = (world: World): readonly Route[] => [
  ['GET', '/tyk/apis', () => apiList(world)],
  ['GET', '/tyk/apis/{}', (_, apiId) => apiDetail(apiId, world)],
  ['GET', '/tyk/policies', () => json(200, shuffled(world.estate.policies).map(gatewayPolicy))],
];

const apiList = ({estate}: World): Reply => {
  const places = shuffled(Array.from({length: estate.size}, (_, place) => place));
  return streamedJson('[', definitionTexts(places, estate), ']');
};

function* definitionTexts(places: readonly number[], estate: World['estate']): Iterable<string> {
  for (const place of places) yield estate.rowAt(place).definitionText;
}

const apiDetail = (apiId: string, {estate}: World): Reply => {
  const row = estate.rowById(apiId);
  return row === undefined
    ? complaint(404, 'API not found')
    : {status: 200, contentType: 'application/json', body: row.definitionText};
};

/** A gateway does not know what the Dashboard adds, and leaves empty members of rights out. */
const gatewayPolicy = (policy: unknown): unknown => {
  if (!isObject(policy)) return policy;
  const members = Object.entries(policy).filter(([name]) => !dashboardOnly.has(name));
  return Object.fromEntries(
    members.map(([name, value]) => [name, name === 'access_rights' ? filledRights(value) : value]),
  );
};

const dashboardOnly: ReadonlySet<string> = new Set([
  'state',
  'auth_type',
  'auth_types',
  'access_rights_array',
  'date_created',
  'graphql_enabled',
]);

const filledRights = (rights: unknown): unknown =>
  isObject(rights)
    ? Object.fromEntries(Object.entries(rights).map(([apiId, right]) => [apiId, filled(right)]))
    : rights;

const filled = (right: unknown): unknown =>
  isObject(right)
    ? Object.fromEntries(Object.entries(right).filter(([, value]) => !isEmpty(value)))
    : right;

const isEmpty = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.length === 0);
