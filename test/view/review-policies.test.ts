import {describe, expect, it} from 'vitest';
import type {Policy, PolicyGrant} from '../../source/key/policy.ts';
import {frame} from '../helpers/frame.ts';
import {estate, policy} from '../helpers/estate.ts';
import type {Walk} from '../helpers/wizard.ts';
import {atWay} from '../helpers/wizard.ts';

const grant = (apiId: string, apiName: string, ...versions: readonly string[]): PolicyGrant => ({
  apiId,
  apiName,
  versions: versions.length === 0 ? ['Default'] : versions,
});

const nothing = {acl: false, rateLimit: false, quota: false, complexity: false, perApi: false};
const standard = policy({
  name: 'Standard',
  grants: [grant('orders', 'Orders'), grant('invoices', 'Invoices', 'v1')],
  quotaMax: 5000,
  quotaRenewalRate: 3600,
});
const retail = policy({
  name: 'Retail',
  grants: [grant('orders', 'Orders'), grant('invoices', 'Invoices', 'v2')],
  rate: 1000,
  quotaMax: 10,
  tags: ['retail'],
  metadataNames: ['owner', 'tier'],
});
const trial = policy({name: 'Trial', grants: [grant('stock', 'Stock')], keyExpiresIn: 604_800});
const longer = policy({...trial, name: 'Longer', id: 'longer', keyExpiresIn: 1_209_600});
const access = policy({name: 'Access', governs: {...nothing, acl: true}});
const fast = policy({
  name: 'Fast',
  grants: [],
  governs: {...nothing, rateLimit: true},
  rate: 600,
});

const size = {columns: 80, rows: 30};

/** The review of a key with these policies, in the order in which they are marked. */
const atReviewOf = (marked: readonly Policy[], some: {readonly rate?: string} = {}): Walk => {
  const walk = atWay({}, estate).choose('policy').policiesArrive(marked);
  for (const {name} of marked) walk.type(name).press('tab', 'ctrl+u');
  walk.press('enter').type('orders team').press('enter');
  if (walk.press('enter').screen.kind === 'expiry') walk.choose('1w');
  else walk.press('down');
  walk.type('mine').press('enter', 'enter').type('owner').press('enter').type('me');
  walk.press('enter', 'enter');
  if (some.rate !== undefined) {
    const {draft} = walk.state;
    const rate = {on: true, requests: some.rate, perSeconds: '60'};
    walk.state = {...walk.state, draft: {...draft, limits: {...draft.limits, rate}}};
  }
  while (walk.on('configure').focus !== 'review') walk.press('down');
  walk.press('enter').on('review');
  return walk;
};

/** The rows of the review that say what the key has. */
const said = (walk: Walk): string => {
  const lines = frame(walk.state, size).split('\n');
  const from = lines.findIndex(line => line.includes('follows'));
  return lines.slice(from, lines.findIndex(line => line.includes('Create the key')) - 1).join('\n');
};

describe('the review of a key with policies', () => {
  it('says what two of them make of it, and what of one’s own is lost', () => {
    expect(said(atReviewOf([standard, retail], {rate: '5'}))).toMatchInlineSnapshot(`
      "   follows policies  Standard, Retail
         opens             2 APIs  Orders, Invoices v1 v2
         until             1 week after creation, about Mon 30 Nov 2026 13:02 UTC
                           (14:02 CET)
       ! allows            1,000 requests in 60 s (policy Retail), no throttling,
                           5,000 requests an hour (policy Standard)  instead of your
                           5 requests in 60 s
         is called         orders team
         is tagged         mine, retail (policy Retail)
       ! carries           owner (policy Retail, instead of your value), tier (policy
                           Retail)
         logs              no bodies
         at                https://dashboard.example.com  organisation org-1"
    `);
  });

  it('says for each API where limits differ, and the last one that sets the end', () => {
    expect(said(atReviewOf([longer, retail, trial]))).toMatchInlineSnapshot(`
      "   follows policies  Longer, Retail, Trial
         opens             3 APIs  Stock, Orders, Invoices v2
         until             1 week after creation, about Mon 30 Nov 2026 13:02 UTC
                           (14:02 CET), set by the policy Trial, the last that sets
                           it
         allows            Stock: 100 requests in 60 s (policy Longer), no
                           throttling, no quota; Orders, Invoices: 1,000 requests in
                           60 s, 10 requests, then never again (policy Retail), no
                           throttling
         is called         orders team
         is tagged         mine, retail (policy Retail)
       ! carries           owner (policy Retail, instead of your value), tier (policy
                           Retail)
         logs              no bodies
         at                https://dashboard.example.com  organisation org-1"
    `);
  });

  it('says which limits are the key’s own', () => {
    expect(said(atReviewOf([access, fast], {rate: '5'}))).toMatchInlineSnapshot(`
      "   follows policies  Access, Fast
         opens             Payments
         until             1 week after creation, about Mon 30 Nov 2026 13:02 UTC
                           (14:02 CET)
       ! allows            600 requests in 60 s (policy Fast), no throttling, no
                           quota  instead of your 5 requests in 60 s
         is called         orders team
         is tagged         mine
         carries           owner = me
         logs              no bodies
         at                https://dashboard.example.com  organisation org-1"
    `);
    expect(said(atReviewOf([access], {rate: '5'}))).toMatchInlineSnapshot(`
      "   follows policy  Access
         opens           Payments
         until           1 week after creation, about Mon 30 Nov 2026 13:02 UTC
                         (14:02 CET)
         allows          5 requests in 60 s, no throttling, no quota
         is called       orders team
         is tagged       mine
         carries         owner = me
         logs            no bodies
         at              https://dashboard.example.com  organisation org-1"
    `);
  });

  it('has room for two policies at 80 x 24, with the promise below', () => {
    const {state} = atReviewOf([standard, retail], {rate: '5'});
    const shown = frame(state, {columns: 80, rows: 24});
    expect(shown).toContain('follows policies');
    expect(shown).toContain('One request is sent');
  });

  it('says of policies that nobody lists that nothing is known of them', () => {
    const walk = atWay({}, estate)
      .choose('policy')
      .happen({kind: 'policiesEnded', problem: {kind: 'policiesNotListed'}});
    walk.type('gold, silver').press('enter').type('orders team').press('enter', 'enter');
    walk.choose('1w').press('enter', 'enter', 'escape');
    while (walk.on('configure').focus !== 'review') walk.press('down');
    walk.press('enter').on('review');
    expect(said(walk)).toMatchInlineSnapshot(`
      "   follows policies  gold, silver
       ! opens             what its policies grant; this gateway does not list them
         until             1 week after creation, about Mon 30 Nov 2026 13:02 UTC
                           (14:02 CET)
         allows            what its policies say
         is called         orders team
         is tagged         nothing
         carries           nothing
         logs              no bodies
         at                https://dashboard.example.com"
    `);
  });
});

describe('the list of policies', () => {
  it('marks several, says which, and why one can’t come beside them', () => {
    const each = policy({name: 'Each', governs: {...standard.governs, perApi: true}});
    const denied = policy({name: 'Denied', state: 'denied'});
    const walk = atWay({}, estate).choose('policy').policiesArrive([each, denied, fast, standard]);
    for (const name of ['Standard', 'Fast']) walk.type(name).press('tab', 'ctrl+u');
    walk.press('home', 'down');
    expect(frame(walk.state, {columns: 80, rows: 18})).toMatchInlineSnapshot(`
      " tykey · dashboard.example.com             ✓ Connect  Access  Configure  Review
       Search  type to find by name or policy id                         4 · 2 marked
          -  Denied                          Access denied 100 requests in 60 s, no …
       ›  -  Each                            Active        100 requests in 60 s, no …
         [x] Fast                            Active        600 requests in 60 s
         [x] Standard                        Active        100 requests in 60 s, 5,0…





       Each  id policy-each
       opens Payments · 100 requests in 60 s, no quota
       - Each can't stand beside Fast: limits per API and partial ones don't mix.
       Marked: Standard, Fast

       Tab mark   Enter next with 2   Esc back   F1 help"
    `);
  });
});
