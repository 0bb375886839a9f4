import {describe, expect, it} from 'vitest';
import type {Draft} from '../../source/key/draft.ts';
import {emptyDraft} from '../../source/key/draft.ts';
import {parseDraft} from '../../source/key/parse-draft.ts';
import {policiesRefusal} from '../../source/key/policies-refusal.ts';
import type {Policy} from '../../source/key/policy.ts';
import {unlistedPolicy} from '../../source/key/policy.ts';
import {estate, policy} from '../helpers/estate.ts';

const nothing = {acl: false, rateLimit: false, quota: false, complexity: false, perApi: false};
const gold = policy({name: 'Gold'});
const access = policy({name: 'Access', governs: {...nothing, acl: true}});
const rate = policy({name: 'Rate', grants: [], governs: {...nothing, rateLimit: true}});
const quota = policy({name: 'Quota', governs: {...nothing, quota: true}});
const each = policy({name: 'Each', governs: {...gold.governs, perApi: true}});
const both = policy({...each, name: 'Both', partitioned: true});
const empty = policy({name: 'Empty', grants: []});
const denied = policy({name: 'Denied', state: 'denied'});
const lost = policy({name: 'Lost', grants: [{apiId: 'gone', apiName: '', versions: []}]});
const unsaid = policy({name: 'Unsaid', organisation: '', grants: []});
const foreign = policy({
  name: 'Foreign',
  organisation: 'org-2',
  grants: [{apiId: 'abroad', apiName: 'Abroad', versions: []}],
});

const refusal = (policies: readonly Policy[]): string | undefined => {
  const found = policiesRefusal(policies, estate);
  if (found === undefined || found.kind === 'noAccess') return found?.kind;
  const other = found.kind === 'pair' ? ` ${found.other.name}` : '';
  return `${found.because} ${found.policy.name}${other}`;
};

describe('policies on one key', () => {
  it.each<readonly [string, readonly Policy[], string | undefined]>([
    ['none', [], undefined],
    ['one', [gold], undefined],
    ['two that govern everything', [gold, access], undefined],
    ['limits beside access', [access, rate, quota], undefined],
    ['limits first', [rate, access], undefined],
    ['limits per API beside one that governs everything', [each, gold], undefined],
    ['one without APIs beside one with some', [empty, gold], undefined],
    ['one that does not say its organisation', [gold, unsaid], undefined],
    ['limits alone', [rate], 'needsOther Rate'],
    ['limits that name an API', [quota], 'needsOther Quota'],
    ['no API', [empty], 'grantsNothing Empty'],
    ['limits and limits', [rate, quota], 'noAccess'],
    ['limits and no API', [rate, empty], 'noAccess'],
    ['one that is denied, anywhere', [gold, denied], 'denied Denied'],
    ['one of an unknown API, anywhere', [gold, lost], 'unknownApi Lost'],
    ['limits per API and parts in one', [gold, both], 'perApiPartitioned Both'],
    ['limits per API after a part', [access, gold, each], 'mixesPerApi Each Access'],
    ['limits per API before a part', [each, gold, rate], 'mixesPerApi Rate Each'],
    ['two organisations', [gold, foreign], 'mixesOrganisations Foreign Gold'],
  ])('%s', (_, policies, expected) => {
    expect(refusal(policies)).toBe(expected);
  });

  it('are not judged where only their ids are known', () => {
    expect(refusal([unlistedPolicy('a'), unlistedPolicy('b')])).toBeUndefined();
  });
});

describe('a draft with policies', () => {
  const parsed = (policies: readonly Policy[], some: Partial<Draft> = {}) =>
    parseDraft(
      {
        ...emptyDraft,
        way: 'policy',
        alias: 'orders',
        expires: {kind: 'preset', id: '1w'},
        policies,
        ...some,
      },
      0,
      {organisation: true},
    );

  const problem = (policies: readonly Policy[]): unknown => {
    const result = parsed(policies, {organisation: 'org-1'});
    return result.ok ? undefined : result.problems;
  };

  it.each<readonly [string, readonly Policy[], string]>([
    ['none', [], 'nothingChosen'],
    ['limits alone', [rate], 'noAccess'],
    ['limits and limits', [rate, quota], 'noAccess'],
    ['limits per API and a part', [each, rate], 'mixedPolicies'],
    ['two organisations', [gold, foreign], 'mixedOrganisations'],
  ])('%s is no wish', (_, policies, because) => {
    expect(problem(policies)).toEqual([{field: 'access', because}]);
  });

  it('keeps their order, their organisation and the end that the last of them sets', () => {
    const ending = (name: string, keyExpiresIn: number) =>
      policy({...gold, id: name, name, keyExpiresIn});
    const policies = [unsaid, ending('b', 5), ending('a', 7), access] as const;
    expect(parsed(policies)).toMatchObject({
      ok: true,
      request: {
        access: {kind: 'policies', policies},
        organisation: 'org-1',
        expiry: {kind: 'byPolicy', seconds: 7, policy: 'a'},
      },
    });
  });
});
