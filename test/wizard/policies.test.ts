import {describe, expect, it} from 'vitest';
import type {Policy, PolicyGrant} from '../../source/key/policy.ts';
import {policyRefusal} from '../../source/key/policy-refusal.ts';
import {estate, named, policy} from '../helpers/estate.ts';
import {refused} from '../helpers/screens.ts';
import type {Walk} from '../helpers/wizard.ts';
import {atWay} from '../helpers/wizard.ts';

const grant = (name: string): PolicyGrant => {
  const {id} = named(name);
  return {apiId: id, apiName: name, versions: ['Default']};
};

const only = (part: keyof Policy['governs']): Policy['governs'] => ({
  ...{acl: false, rateLimit: false, quota: false, complexity: false, perApi: false},
  [part]: true,
});

describe('a policy makes a key by itself', () => {
  it.each([
    ['an ordinary one', {}, undefined],
    ['that governs access alone', {governs: only('acl')}, undefined],
    ['with limits per API', {governs: only('perApi')}, undefined],
    ['that is denied', {state: 'denied' as const}, 'denied'],
    ['that is a draft', {state: 'draft' as const}, 'draft'],
    ['that grants nothing', {grants: []}, 'grantsNothing'],
    ['that sets only a rate', {governs: only('rateLimit')}, 'needsOther'],
    ['that sets only a quota', {governs: only('quota')}, 'needsOther'],
    [
      'of an API that nobody lists',
      {grants: [{apiId: 'gone', apiName: '', versions: []}]},
      'unknownApi',
    ],
    ['of an API with user and password', {grants: [grant('Books')]}, 'apiNeedsMore'],
    ['of one good and one closed API', {grants: [grant('Orders'), grant('Books')]}, 'apiNeedsMore'],
    ['of an open API', {grants: [grant('Weather')]}, undefined],
    ['of another organisation’s API', {grants: [grant('Abroad')]}, 'mixesOrganisations'],
  ])('%s', (_, some, expected) => {
    expect(policyRefusal(policy({name: 'Gold', ...some}), estate)).toBe(expected);
  });

  it('without a list of APIs its own word has to do', () => {
    expect(policyRefusal(policy({name: 'Gold'}), [], 'none')).toBeUndefined();
    expect(policyRefusal(policy({name: 'Gold'}), [], 'some')).toBe('stillLoading');
  });
});

describe('the list of policies', () => {
  const at = (rows: readonly Policy[]): Walk => atWay().choose('policy').policiesArrive(rows);
  const gold = policy({name: 'Gold'});
  const closed = policy({name: 'Closed', state: 'denied'});

  it('is asked for once', () => {
    const walk = atWay().choose('policy').press('escape').choose('policy').press('escape');
    expect(walk.choose('policy').asked('loadPolicies')).toHaveLength(1);
  });

  it('is asked for anew after a failure, and starts anew', () => {
    const walk = atWay().choose('policy');
    walk.happen({kind: 'policiesArrived', chunk: {rows: [gold], receivedBytes: 1}});
    walk.happen({kind: 'policiesEnded', problem: refused});
    expect(walk.state.policies.status).toBe('failed');
    walk.press('escape').choose('policy');
    expect(walk.asked('loadPolicies')).toHaveLength(2);
    walk.policiesArrive([gold]);
    expect(walk.on('policies').found.hits).toBe(1);
  });

  it('Enter takes the policy under the cursor', () => {
    const walk = at([gold, policy({name: 'Silver'})]).press('down', 'enter');
    expect(walk.screen.kind).toBe('configure');
    expect(walk.state.draft.policy?.name).toBe('Silver');
  });

  it('a policy that can’t make a key says why and stays', () => {
    const walk = at([closed]).press('enter');
    expect(walk.screen.kind).toBe('policies');
    expect(walk.state.note).toEqual({kind: 'policyRefused', because: 'denied', name: 'Closed'});
    expect(walk.state.draft.policy).toBeUndefined();
  });

  it('is searched by name and by id', () => {
    expect(at([gold, closed]).type('clo').on('policies').found.hits).toBe(1);
    expect(at([gold, closed]).type('policy-gold').on('policies').found.hits).toBe(1);
    const none = at([gold]).type('zzz');
    expect(none.press('enter').state.note).toEqual({kind: 'nothingHere'});
    expect(none.press('escape').on('policies').found.hits).toBe(1);
    expect(none.press('escape').screen.kind).toBe('way');
  });

  it('moves, pages and copies the id', () => {
    const rows = Array.from({length: 40}, (_, at) => policy({name: `P${10 + at}`}));
    const walk = at(rows).press('pageDown', 'down', 'up', 'ctrl+y');
    expect(walk.asked('copyId').map(effect => effect.id)).toEqual(['policy-p24']);
    expect(walk.press('end').on('policies').cursor?.id).toBe('policy-p49');
    expect(walk.press('home').on('policies').cursor?.id).toBe('policy-p10');
  });

  it('keeps its cursor on its policy when more arrive', () => {
    const walk = at([policy({name: 'Middle'})]);
    walk.policiesArrive([policy({name: 'Aaa'}), policy({name: 'Zzz'})]);
    expect(walk.on('policies')).toMatchObject({cursor: {id: 'policy-middle'}, found: {hits: 3}});
  });

  it('an empty one is empty', () => {
    const walk = at([]);
    expect(walk.press('enter').state.note).toEqual({kind: 'nothingHere'});
    expect(walk.press('ctrl+y').asked('copyId')).toEqual([]);
  });
});
