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
    [
      'with limits per API and a part of all',
      {governs: only('perApi'), partitioned: true},
      'perApiPartitioned',
    ],
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

const at = (rows: readonly Policy[]): Walk => atWay().choose('policy').policiesArrive(rows);
const namesOf = ({state}: Walk): readonly string[] => state.draft.policies.map(({name}) => name);
const refusalOf = ({state: {note}}: Walk): unknown =>
  note?.kind === 'policiesRefused' ? note.refusal : note;

describe('the list of policies', () => {
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
    expect(namesOf(walk)).toEqual(['Silver']);
  });

  it('a policy that can’t make a key says why and stays', () => {
    const walk = at([closed]).press('enter');
    expect(walk.screen.kind).toBe('policies');
    expect(refusalOf(walk)).toMatchObject({kind: 'one', because: 'denied', policy: closed});
    expect(namesOf(walk)).toEqual([]);
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

describe('several policies', () => {
  const gold = policy({name: 'Gold'});
  const silver = policy({name: 'Silver', grants: [grant('Orders')]});
  const fast = policy({name: 'Fast lane', grants: [], governs: only('rateLimit')});
  const quota = policy({name: 'Quota', grants: [], governs: only('quota')});
  const each = policy({name: 'Each', governs: {...gold.governs, perApi: true}});
  const foreign = policy({name: 'Foreign', organisation: 'org-2', grants: [grant('Abroad')]});
  const draft = policy({name: 'Draft', state: 'draft'});

  /** Marks each of these: the list is alphabetical, so that each is found by its name. */
  const marking = (walk: Walk, ...names: readonly string[]): Walk => {
    for (const name of names) walk.type(name).press('tab', 'ctrl+u');
    return walk;
  };

  it('are marked with Tab, in the order of the marks, and Enter goes on with them', () => {
    const walk = marking(at([gold, silver, fast]), 'Silver', 'Fast', 'Gold');
    expect(namesOf(walk)).toEqual(['Silver', 'Fast lane', 'Gold']);
    walk.press('home', 'enter');
    expect(walk.screen.kind).toBe('configure');
    expect(namesOf(walk)).toEqual(['Silver', 'Fast lane', 'Gold']);
  });

  it('a second Tab takes the mark off, and a new one puts it last', () => {
    const walk = marking(at([gold, silver]), 'Gold', 'Silver', 'Gold');
    expect(namesOf(walk)).toEqual(['Silver']);
    expect(namesOf(marking(walk, 'Gold'))).toEqual(['Silver', 'Gold']);
  });

  it('what can’t be on any key is not marked', () => {
    const walk = marking(at([gold, draft]), 'Gold', 'Draft');
    expect(refusalOf(walk.type('Draft').press('tab'))).toMatchObject({because: 'draft'});
    expect(namesOf(walk)).toEqual(['Gold']);
  });

  it.each([
    ['limits per API beside a part', each, fast, 'mixesPerApi'],
    ['a part beside limits per API', fast, each, 'mixesPerApi'],
    ['two organisations', gold, foreign, 'mixesOrganisations'],
  ])('%s are refused at the mark', (_, first, second, because) => {
    const walk = marking(at([first, second]), first.name)
      .type(second.name)
      .press('tab');
    expect(refusalOf(walk)).toMatchObject({kind: 'pair', because, policy: second, other: first});
    expect(namesOf(walk)).toEqual([first.name]);
  });

  it('limits per API stand beside a policy that governs everything', () => {
    expect(namesOf(marking(at([each, silver]), 'Each', 'Silver'))).toEqual(['Each', 'Silver']);
  });

  it('limits alone can be marked, but need one that grants access to go on', () => {
    const walk = marking(at([gold, fast, quota]), 'Fast', 'Quota');
    expect(namesOf(walk)).toEqual(['Fast lane', 'Quota']);
    expect(refusalOf(walk.press('enter'))).toEqual({kind: 'noAccess'});
    expect(walk.screen.kind).toBe('policies');
    expect(marking(walk, 'Gold').press('enter').screen.kind).toBe('configure');
  });

  it('one with limits alone, taken by Enter, says what it needs', () => {
    const walk = at([fast]).press('enter');
    expect(refusalOf(walk)).toMatchObject({kind: 'one', because: 'needsOther'});
    expect(namesOf(walk)).toEqual([]);
  });

  it('are looked at again when more is known of their APIs', () => {
    const walk = atWay();
    const lost = policy({name: 'Lost', grants: [{apiId: 'gone', apiName: '', versions: []}]});
    walk.state = {...walk.state, apis: {...walk.state.apis, status: 'failed'}};
    marking(walk.choose('policy').policiesArrive([lost]), 'Lost');
    expect(namesOf(walk)).toEqual(['Lost']);
    walk.state = {...walk.state, apis: {...walk.state.apis, status: 'complete'}};
    expect(refusalOf(walk.press('enter'))).toMatchObject({because: 'unknownApi'});
  });

  it('with limits alone can’t be what a review goes back to', () => {
    const walk = at([{...gold, keyExpiresIn: 60}, fast]).press('down', 'enter');
    walk.type('orders').press('up', 'up', 'enter');
    walk.press('home', 'enter');
    marking(walk, 'Gold', 'Fast').press('escape');
    expect(walk.on('review').request.access).toMatchObject({policies: [{name: 'Gold'}]});
    walk.press('home', 'down', 'down', 'down', 'down', 'enter', 'enter');
    expect(walk.screen.kind).toBe('policies');
    expect(refusalOf(walk)).toEqual({kind: 'noAccess'});
  });

  it('nothing under the cursor is nothing to mark', () => {
    expect(at([]).press('tab').state.note).toEqual({kind: 'nothingHere'});
  });
});

describe('where a server lists no policies', () => {
  const unlisted = (): Walk =>
    atWay()
      .choose('policy')
      .happen({kind: 'policiesEnded', problem: {kind: 'policiesNotListed'}});

  it.each([
    ['gold', ['gold']],
    ['gold, silver', ['gold', 'silver']],
    [' gold  silver,,bronze ', ['gold', 'silver', 'bronze']],
    ['gold gold', ['gold']],
  ])('%j is typed as ids', (typed, ids) => {
    const walk = unlisted().type(typed).press('enter');
    expect(walk.screen.kind).toBe('configure');
    expect(namesOf(walk)).toEqual(ids);
  });

  it('what was typed before is gone on with, until something else is typed', () => {
    const walk = unlisted().type('gold').press('enter', 'escape', 'ctrl+u', 'enter');
    expect(namesOf(walk)).toEqual(['gold']);
    walk.press('escape').type('silver').press('enter');
    expect(namesOf(walk)).toEqual(['silver']);
  });

  it('nothing typed is nothing', () => {
    expect(unlisted().press('enter').state.note).toEqual({kind: 'nothingHere'});
    expect(unlisted().type(' ,').press('enter').state.note).toEqual({kind: 'nothingHere'});
  });
});
