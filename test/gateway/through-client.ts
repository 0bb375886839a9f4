import {expect} from 'vitest';
import type {Api} from '../../source/key/api.ts';
import type {Backend, CreatedKey} from '../../source/key/backend.ts';
import type {KeyRequest} from '../../source/key/request.ts';
import {Secret} from '../../source/key/secret.ts';
import type {Timings} from '../../source/tyk/timings.ts';
import {backendAt, defaultTimings, drain, never} from '../tyk/support/backend.ts';
import {policy, wish} from '../tyk/support/wishes.ts';
import {organisation, type ApiId, type PolicyId} from './estate.ts';
import type {RealGateway} from './real-gateway.ts';

/** Our client module at this gateway, until the test ends. */
export const backendOf = (
  {url, secret}: RealGateway,
  changes: {readonly secret?: string; readonly timings?: Partial<Timings>} = {},
): Backend =>
  backendAt(url, 'gateway', {
    credential: new Secret(changes.secret ?? secret),
    timings: {...defaultTimings, ...changes.timings},
  });

export const apisOf = async (backend: Backend): Promise<readonly Api[]> => {
  const {rows, problems} = await drain(backend.loadApis(never()));
  expect(problems).toEqual([]);
  return rows;
};

/** A wish for these APIs as the gateway lists them, never expiring unless changed. */
export const wishFor = async (
  backend: Backend,
  ids: readonly [ApiId, ...ApiId[]],
  changes: Partial<KeyRequest> = {},
): Promise<KeyRequest> => {
  const listed = await apisOf(backend);
  const grantOf = (id: ApiId) => {
    const api = listed.find(each => each.id === id);
    if (api === undefined) throw new Error(`no API ${id}`);
    const [first = '', ...rest] = api.versions;
    return {api, versions: [first, ...rest] as const};
  };
  const [first, ...rest] = ids;
  return wish({
    access: {kind: 'apis', grants: [grantOf(first), ...rest.map(grantOf)]},
    organisation,
    expiry: {kind: 'never'},
    ...changes,
  });
};

/** A wish for a key of a policy; 4.0.3 lists none, so that only the id is known. */
export const wishByPolicy = (id: PolicyId | 'nobody', changes: Partial<KeyRequest> = {}) =>
  wish({
    access: {kind: 'policies', policies: [policy({id, organisation})]},
    organisation,
    expiry: {kind: 'never'},
    ...changes,
  });

export const create = async (backend: Backend, request: KeyRequest): Promise<CreatedKey> => {
  const creation = await backend.createKey(request, never());
  if (creation.outcome === 'created') return creation.key;
  throw new Error(`${creation.outcome}: ${JSON.stringify(creation.problem)}`);
};
