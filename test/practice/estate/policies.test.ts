import {expect, test} from 'vitest';
import {createEstate} from '../../../source/practice/estate/estate.ts';
import {isPartitioned, policyReader} from '../../../source/practice/keys/policy.ts';
import {refused} from '../../../source/practice/reader.ts';

const estate = createEstate({});
const policies = estate.policies.flatMap(raw => {
  const read = policyReader.read(raw);
  return read === refused ? [] : [read];
});

test('twelve policies, all of which a gateway can read', () => {
  expect(estate.policies.length).toBe(12);
  expect(policies.length).toBe(12);
});

test('each kind that a client must tell apart is there', () => {
  const apisOf = (index: number) => Object.keys(policies[index]?.access_rights ?? {});
  const kinds = {
    plain: policies.filter(each => !isPartitioned(each) && !each.partitions.per_api),
    acl: policies.filter(each => each.partitions.acl),
    complexity: policies.filter(each => each.partitions.complexity),
    quotaOnly: policies.filter(each => each.partitions.quota && !each.partitions.acl),
    rateOnly: policies.filter(each => each.partitions.rate_limit && !each.partitions.acl),
    perApi: policies.filter(each => each.partitions.per_api),
    severalApis: policies.filter((_, index) => apisOf(index).length > 1),
    denied: policies.filter(each => each.is_inactive),
    draft: policies.filter(each => !each.active),
    sevenDays: policies.filter(each => each.key_expires_in === 604_800),
    tagged: policies.filter(each => each.tags.length > 0 && Object.keys(each.meta_data).length > 0),
    withoutId: policies.filter(each => each.id === '' && each._id !== ''),
    foreign: policies.filter(each => each.org_id !== estate.organisation),
    unknownApi: policies.filter((_, index) =>
      apisOf(index).some(apiId => estate.rowById(apiId) === undefined),
    ),
    basicAuth: policies.filter((_, index) =>
      apisOf(index).some(apiId => estate.rowById(apiId)?.api?.use_basic_auth),
    ),
  };
  for (const [kind, found] of Object.entries(kinds))
    expect.soft(found.length, kind).toBeGreaterThan(0);
});

test('a policy answers to its id, to _id only where the id is empty, and only in its organisation', () => {
  const [plain, withoutId] = policies;
  const found = (id: string | undefined, owner = estate.organisation) =>
    estate.policyById(id ?? '?', owner)?.name;
  expect(found(plain?.id)).toBe('Orders standard');
  expect(found(plain?._id)).toBeUndefined();
  expect(found(withoutId?._id)).toBe('Storefront graph');
  expect(found(plain?.id, 'another')).toBeUndefined();
});
