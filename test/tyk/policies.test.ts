import {expect, it, onTestFinished} from 'vitest';
import type {Api} from '../../source/key/api.ts';
import {combinePolicies} from '../../source/key/combine-policies.ts';
import type {Limits} from '../../source/key/limits.ts';
import {isNonEmpty} from '../../source/key/non-empty.ts';
import {policiesRefusal} from '../../source/key/policies-refusal.ts';
import type {Policy} from '../../source/key/policy.ts';
import type {KeyRequest} from '../../source/key/request.ts';
import {Secret} from '../../source/key/secret.ts';
import type {Practice} from '../../source/practice/practice.ts';
import {startPractice} from '../../source/practice/practice.ts';
import {differences} from '../../source/view/differences.ts';
import type {Walk} from '../helpers/wizard.ts';
import {atWay} from '../helpers/wizard.ts';
import {backendAt, drain, never} from './support/backend.ts';
import {wish} from './support/wishes.ts';

/* Two readings of Tyk's rules, ours and the practice Dashboard's, which know nothing of each other. */

type Limit = {
  readonly rate: number;
  readonly per: number;
  readonly throttle_interval: number;
  readonly throttle_retry_limit: number;
  readonly quota_max: number;
  readonly quota_renewal_rate: number;
  readonly max_query_depth: number;
};

/** What the stored numbers do. */
const meaning = (limit: Limit): Limits => ({
  rate: limit.rate > 0 && limit.per > 0 ? {requests: limit.rate, perSeconds: limit.per} : undefined,
  throttle:
    limit.throttle_interval > 0 && limit.throttle_retry_limit > 0
      ? {retries: limit.throttle_retry_limit, intervalSeconds: limit.throttle_interval}
      : undefined,
  quota:
    limit.quota_max > 0
      ? {
          requests: limit.quota_max,
          renewsEverySeconds: Math.max(0, limit.quota_renewal_rate),
        }
      : undefined,
  queryDepth: limit.max_query_depth > 0 ? limit.max_query_depth : undefined,
});

const atPractice = async () => {
  const practice = await startPractice({now: Date.now});
  const backend = backendAt(new URL(practice.url), 'dashboard', {
    credential: new Secret(practice.credential),
  });
  onTestFinished(() => practice.close());
  const {rows: apis} = await drain(backend.loadApis(never()));
  const {rows: policies} = await drain(backend.loadPolicies(never()));
  const pairs = policies.flatMap(one =>
    policies.filter(other => other !== one).map(other => [one, other]),
  );
  return {practice, backend, apis, policies, sets: [...policies.map(one => [one]), ...pairs]};
};

/** Marks policies by their names and goes on to the review; `undefined` where the wizard refuses. */
const wished = (
  apis: readonly Api[],
  listed: readonly Policy[],
  marked: readonly Policy[],
): KeyRequest | undefined => {
  const walk: Walk = atWay({}, apis).choose('policy').policiesArrive(listed);
  for (const {name} of marked) {
    walk.type(name).press('tab');
    if (walk.state.note?.kind === 'policiesRefused') return undefined;
    walk.press('ctrl+u');
  }
  walk.press('enter');
  if (walk.screen.kind !== 'configure') return undefined;
  walk.type('orders team').press('enter');
  if (walk.press('enter').screen.kind === 'expiry') walk.choose('1w');
  else walk.press('down');
  walk.type('mine, gold').press('enter', 'enter').type('owner').press('enter').type('me');
  walk.press('enter', 'enter');
  while (walk.on('configure').focus !== 'review') walk.press('down');
  walk.press('enter');
  return walk.on('review').request;
};

type Session = ReturnType<Practice['keys']>[number]['session'];

const stored = (session: Session) => ({
  apis: Object.fromEntries(
    Object.entries(session.access_rights).map(([id, {versions, limit}]) => [
      id,
      {versions: [...versions].sort(), ...meaning(limit)},
    ]),
  ),
  tags: [...session.tags].sort(),
  metadata: Object.keys(session.meta_data).sort(),
  ownOwner: session.meta_data['owner'] === 'me',
  endsInDays: Math.round((session.expires - Date.now() / 1000) / 86_400),
});

const worked = (request: KeyRequest) => {
  if (request.access.kind !== 'policies') return undefined;
  const found = combinePolicies(request.access.policies, request);
  const lost = found.overwritten.flatMap(each => ('name' in each ? [each.name] : []));
  return {
    apis: Object.fromEntries(
      found.apis.map(({apiId, versions, limits}) => [
        apiId,
        {versions: [...versions].sort(), ...limits},
      ]),
    ),
    tags: [...found.tags].sort(),
    metadata: [...new Set(['owner', ...found.metadata.map(({name}) => name)])].sort(),
    ownOwner: !lost.includes('owner'),
    endsInDays: (found.expiry?.seconds ?? 604_800) / 86_400,
  };
};

it('the policies of the practice Dashboard make of each key what was worked out before, alone and in all pairs', async () => {
  const {practice, backend, apis, policies, sets} = await atPractice();
  let made = 0;
  for (const marked of sets) {
    const request = wished(apis, policies, marked);
    // Whose organisation a credential is of is known to the Dashboard alone.
    if (request === undefined || request.organisation !== practice.organisation) continue;
    const names = marked.map(({name}) => name).join(' + ');
    const creation = await backend.createKey(request, never());
    if (creation.outcome !== 'created') throw new Error(`${names}: ${creation.outcome}`);
    expect(differences(request, creation.key), names).toEqual([]);
    const {session} = practice.keys().at(-1) ?? expect.fail('no key');
    expect(stored(session), names).toEqual(worked(request));
    made += 1;
  }
  // Five of them alone; their pairs but those of limits per API with a part; the two with limits alone beside four.
  expect(policies).toHaveLength(12);
  expect(made).toBe(5 + (20 - 2) + 4 * 2 * 2);
});

it('policies are refused by the server, too, where they clash or open nothing', async () => {
  const {practice, backend, apis, sets} = await atPractice();
  let refused = 0;
  for (const marked of sets) {
    const refusal = policiesRefusal(marked, apis);
    const isServers =
      refusal?.kind === 'noAccess' ||
      (refusal?.kind === 'one' && refusal.because === 'needsOther') ||
      (refusal?.kind === 'pair' && refusal.because === 'mixesPerApi');
    if (!isServers || !isNonEmpty(marked)) continue;
    const access = {kind: 'policies', policies: marked} as const;
    const {outcome} = await backend.createKey(wish({access, organisation: ''}), never());
    expect(outcome, marked.map(({name}) => name).join(' + ')).not.toBe('created');
    refused += 1;
  }
  expect(refused).toBe(2 + 2 + 2 * 3);
  expect(practice.keys()).toEqual([]);
});
