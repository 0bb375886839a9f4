import {describe, expect, it} from 'vitest';
import type {StoredKey} from '../../source/key/backend.ts';
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

  it('what a policy governs is expected to differ', () => {
    const access = {
      kind: 'policy' as const,
      policy: policy({name: 'Gold', metadataNames: ['tier']}),
    };
    const expiry = {kind: 'byPolicy' as const, seconds: 60};
    const metadata = [{name: 'tier', value: 'mine'}];
    const stored = {...asAsked, rate: 5, per: 1, tags: ['gold'], apiIds: ['x'], expires: 1};
    const said = found({...stored, metadata: {tier: 'gold'}}, {access, expiry, metadata});
    expect(said).toEqual([]);
    expect(found({...stored, alias: 'x'}, {access, expiry})).toEqual(['the alias is "x"']);
  });
});
