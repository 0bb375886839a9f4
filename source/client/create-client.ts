import type {Backend} from '../key/backend.ts';
import {unlistedPolicy, type Policy} from '../key/policy.ts';
import type {Answer} from '../key/problem.ts';
import {Secret} from '../key/secret.ts';
import type {Cancellable, Client} from './client.ts';
import {createList, type List} from './list.ts';
import {parseWish} from './parse-wish.ts';
import type {Wish} from './wish.ts';

export type ClientParts = {
  readonly backend: Backend;
  /** `org_id` for wishes without one; '' = none. */
  readonly organisation: string;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly close: () => Promise<void>;
};

/** The calls of the wizard for a program: lists collected, wishes checked against them. */
export const createClient = ({backend, organisation, now, close}: ClientParts): Client => {
  const apis = createList(signal => backend.loadApis(signal), now);
  const policies = createList(signal => backend.loadPolicies(signal), now);
  return {
    kind: backend.kind,
    address: backend.address,
    apis: options => apis.load(signalOf(options)),
    policies: options => policies.load(signalOf(options)),
    streamApis: options => backend.loadApis(signalOf(options)),
    streamPolicies: options => backend.loadPolicies(signalOf(options)),
    create: async (wish, options) => {
      const signal = signalOf(options);
      const listed = await apis.knowing(
        (wish.apis ?? []).map(({id}) => id),
        signal,
      );
      if (!listed.ok) return {outcome: 'notCreated', problem: listed.problem};
      const policy = await policyOf(wish, policies, signal);
      if (!policy.ok) return {outcome: 'notCreated', problem: policy.problem};
      const {kind} = backend;
      const known = {kind, organisation, apis: listed.value, policy: policy.value, nowMs: now()};
      const parsed = parseWish(wish, known);
      return parsed.ok
        ? backend.createKey(parsed.request, signal)
        : {outcome: 'refused', problems: parsed.problems};
    },
    read: reference =>
      backend.readKey('hash' in reference ? reference : {key: secretOf(reference.key)}),
    revoke: key => backend.revokeKey(secretOf(key)),
    close,
  };
};

const signalOf = ({signal}: Cancellable = {}): AbortSignal =>
  signal ?? new AbortController().signal;

const secretOf = (key: Secret | string): Secret =>
  typeof key === 'string' ? new Secret(key) : key;

/** The policy that a wish names; `undefined` where it names none, or one that the server does not have. */
const policyOf = async (
  {policy: id}: Wish,
  policies: List<Policy>,
  signal: AbortSignal,
): Promise<Answer<Policy | undefined>> => {
  if (id === undefined) return {ok: true, value: undefined};
  const listed = await policies.knowing([id], signal);
  if (listed.ok) return {ok: true, value: listed.value.find(policy => policy.id === id)};
  const isUnlisted = listed.problem.kind === 'policiesNotListed' && id.trim() !== '';
  return isUnlisted ? {ok: true, value: unlistedPolicy(id)} : listed;
};
