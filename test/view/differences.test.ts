import {describe, expect, it} from 'vitest';
import type {StoredKey} from '../../source/key/backend.ts';
import {unlistedPolicy} from '../../source/key/policy.ts';
import type {KeyRequest} from '../../source/key/request.ts';
import {differences} from '../../source/view/differences.ts';
import {createdKey, policy} from '../helpers/estate.ts';
import {atReview} from '../helpers/wizard.ts';

const {request} = atReview().on('review');
const sentExpires = 1_796_652_000;

const asAsked: StoredKey = {
  alias: 'orders team',
  expires: sentExpires,
  detailedLogging: false,
  disabled: false,
  tags: [],
  metadata: {},
  apiIds: ['payments'],
  rate: 1000,
  per: 60,
};

const found = (stored: StoredKey, asked: Partial<KeyRequest> = {}): readonly string[] =>
  differences({...request, ...asked}, createdKey({stored, sentExpires}));

describe('what the server stored', () => {
  it('as it was asked is no difference, nor is what it does not name', () => {
    expect(found(asAsked)).toEqual([]);
    expect(found({})).toEqual([]);
  });

  it.each<readonly [string, StoredKey, string]>([
    ['another alias', {alias: 'other'}, 'the alias is "other"'],
    ['no end', {expires: 0}, 'never expires'],
    ['another end', {expires: 1}, 'expires Thu 1 Jan 1970 00:00:01 UTC'],
    ['that it is disabled', {disabled: true}, 'the key is disabled'],
    ['logging', {detailedLogging: true}, 'detailed logging is on'],
    ['another rate', {rate: 5}, '5 requests in 60 s'],
    ['another period', {per: 1}, '1000 requests in 1 s'],
    ['no rate', {rate: -1}, 'no rate limit'],
    ['tags', {tags: ['x']}, 'tags x'],
    ['fewer APIs', {apiIds: []}, 'opens 0 APIs'],
    ['other APIs', {apiIds: ['orders']}, 'opens 1 APIs'],
  ])('%s is said', (_, some, expected) => {
    expect(found({...asAsked, ...some})).toEqual([expected]);
  });

  it('the order of tags is none', () => {
    expect(found({...asAsked, tags: ['b', 'a']}, {tags: ['a', 'b']})).toEqual([]);
  });

  it('metadata that was lost or changed is said by its name, never by its value', () => {
    const metadata = [
      {name: 'owner', value: 's3cret'},
      {name: 'team', value: 'x'},
    ];
    const said = found({...asAsked, metadata: {owner: 'other', team: 'x', more: 'y'}}, {metadata});
    expect(said).toEqual(['metadata owner differs']);
  });

  it('never can be stored as 0 or -1', () => {
    const never = {...request, expiry: {kind: 'never' as const}};
    for (const expires of [0, -1]) {
      const key = createdKey({stored: {...asAsked, expires}, sentExpires: undefined});
      expect(differences(never, key)).toEqual([]);
    }
    const ends = createdKey({stored: {...asAsked, expires: 9}, sentExpires: undefined});
    expect(differences(never, ends)).toHaveLength(1);
  });
});

describe('what the server stored of a key with policies', () => {
  const gold = policy({
    name: 'Gold',
    tags: ['gold'],
    metadataNames: ['tier'],
    grants: [{apiId: 'payments', apiName: 'Payments', versions: ['Default']}],
  });
  const silver = policy({
    name: 'Silver',
    grants: [{apiId: 'orders', apiName: 'Orders', versions: ['Default']}],
  });
  const access = {kind: 'policies' as const, policies: [gold, silver] as const};
  const asked: Partial<KeyRequest> = {
    access,
    expiry: {kind: 'byPolicy', seconds: 60, policy: 'Gold'},
    tags: ['mine'],
    metadata: [
      {name: 'tier', value: 'mine'},
      {name: 'owner', value: 'me'},
    ],
  };
  const asWorkedOut: StoredKey = {
    ...asAsked,
    tags: ['gold', 'mine'],
    metadata: {tier: 'gold', owner: 'me'},
    apiIds: ['orders', 'payments'],
    expires: sentExpires + 3,
  };

  it('as it was worked out before is no difference', () => {
    expect(found(asWorkedOut, asked)).toEqual([]);
  });

  it.each<readonly [string, StoredKey, string]>([
    ['an API that is missing', {apiIds: ['orders']}, 'opens 1 APIs'],
    ['a tag that is missing', {tags: ['mine']}, 'tags mine'],
    ['own metadata that no policy sets', {metadata: {tier: 'x'}}, 'metadata owner differs'],
    ['no end', {expires: 0}, 'never expires'],
    ['that it is disabled', {disabled: true}, 'the key is disabled'],
  ])('%s is said', (_, some, expected) => {
    expect(found({...asWorkedOut, ...some}, asked)).toEqual([expected]);
  });

  it('the key’s own rate is nobody’s concern where several APIs have theirs', () => {
    expect(found({...asWorkedOut, rate: 7, per: 1}, asked)).toEqual([]);
  });

  it('the rate of a single API is on the key, too', () => {
    const alone = {...asked, access: {kind: 'policies' as const, policies: [gold] as const}};
    const stored = {...asWorkedOut, apiIds: ['payments'], rate: 100, per: 60};
    expect(found(stored, alone)).toEqual([]);
    expect(found({...stored, rate: 7}, alone)).toEqual(['7 requests in 60 s']);
    const endless = {...gold, rate: -1};
    const without = {...asked, access: {kind: 'policies' as const, policies: [endless] as const}};
    expect(found({...stored, rate: -1}, without)).toEqual([]);
    expect(found(stored, without)).toEqual(['100 requests in 60 s']);
  });

  it('the own rate is expected where no policy governs it', () => {
    const governs = {...gold.governs, rateLimit: false};
    const partial = {...gold, governs, partitioned: true};
    const alone = {...asked, access: {kind: 'policies' as const, policies: [partial] as const}};
    const stored = {...asWorkedOut, apiIds: ['payments']};
    expect(found(stored, alone)).toEqual([]);
    expect(found({...stored, rate: 7}, alone)).toEqual(['7 requests in 60 s']);
  });

  it('nothing is expected of policies that nobody lists', () => {
    const unlisted = {...asked, access: {...access, policies: [unlistedPolicy('gold')] as const}};
    expect(found({...asWorkedOut, rate: 7, tags: [], apiIds: ['x']}, unlisted)).toEqual([]);
  });
});
