import {combinePolicies} from '../../key/combine-policies.ts';
import type {Combination} from '../../key/combine-policies.ts';
import type {CombinedApi, LimitName} from '../../key/combined-apis.ts';
import {limitNames} from '../../key/combined-apis.ts';
import {defaultLimits} from '../../key/limits.ts';
import type {NonEmpty} from '../../key/non-empty.ts';
import {apisById} from '../../key/policy-refusal.ts';
import type {Policy} from '../../key/policy.ts';
import type {KeyRequest} from '../../key/request.ts';
import {limitWords} from '../../text/limits.ts';
import {policyGrantName} from '../../text/names.ts';
import * as words from '../../text/review.ts';
import type {State} from '../../wizard/state.ts';
import type {Span, Text} from '../content.ts';
import {muted, plain} from '../content.ts';
import {remarksOn} from './api-remarks.ts';

export type Said = {readonly label: string; readonly value: Text; readonly alert?: boolean};
type Policies = NonEmpty<Policy>;

/** Whether what the policies do is known: some servers list none. */
const areListed = (policies: Policies): boolean => !policies.some(({unlisted}) => unlisted);

export const policiesSaid = (policies: Policies): Said => ({
  label: words.followsPolicies(policies.length),
  value: plain(policies.map(({name}) => name).join(', ')),
});

export const opensSaid = (state: State, request: KeyRequest, policies: Policies): Said => {
  const label = words.labels.access;
  if (!areListed(policies)) return {label, value: plain(words.unlistedGrants), alert: true};
  const {apis} = combinePolicies(policies, request);
  const named = apis.map(api => namedApi(state, api));
  const count: readonly Span[] = apis.length > 1 ? [{text: `${words.opens(apis.length)}  `}] : [];
  const spans = named.flatMap(({name, remarks}, at): readonly Span[] => [
    {text: `${at > 0 ? ', ' : ''}${name}`},
    ...(remarks === '' ? [] : [{text: ` (${remarks})`, role: 'warn' as const}]),
  ]);
  return {label, value: [...count, ...spans], alert: named.some(({remarks}) => remarks !== '')};
};

const namedApi = (
  state: State,
  combined: CombinedApi,
): {readonly name: string; readonly remarks: string} => {
  const api = apisById(state.apis.shelf.rows).get(combined.apiId);
  const name = policyGrantName(combined);
  return {
    name: api?.versioned === true ? `${name} ${combined.versions.join(' ')}` : name,
    remarks: api === undefined ? '' : remarksOn(api).join('; '),
  };
};

/** The limits that hold, where they differ for each API, with the policies that they are from. */
export const limitsSaid = (request: KeyRequest, policies: Policies): Said => {
  const label = words.labels.limits;
  if (!areListed(policies)) return {label, value: plain(words.limitsOfUnlisted)};
  const combination = combinePolicies(policies, request);
  const groups = new Map<string, readonly CombinedApi[]>();
  for (const api of combination.apis) {
    const said = limitsOf(api, policies.length === 1);
    groups.set(said, [...(groups.get(said) ?? []), api]);
  }
  const said = [...groups].map(([limits, apis]) =>
    groups.size === 1 ? limits : words.limitsAt(apis.map(policyGrantName), limits),
  );
  const lost = lostLimits(request, combination);
  return {
    label,
    value: [
      {text: said.join('; ')},
      ...(lost === '' ? [] : [{text: `  ${lost}`, role: 'warn' as const}]),
    ],
    alert: lost !== '',
  };
};

/** What limits calls has the mark of its policies; that nothing does needs none. */
const limitsOf = ({limits, by}: CombinedApi, isOnly: boolean): string => {
  const says = limitWords(limits);
  const groups = new Map<string, readonly string[]>();
  for (const name of limitNames.filter(each => says[each] !== '')) {
    const owners = limits[name] === undefined ? [] : by[name].map(policy => policy.name);
    const owner = words.byPolicies(owners, isOnly);
    groups.set(owner, [...(groups.get(owner) ?? []), says[name]]);
  }
  return [...groups].map(([owner, parts]) => `${parts.join(', ')}${owner}`).join(', ');
};

/** The person's own limits that do not count: only those that somebody has set. */
const lostLimits = ({limits}: KeyRequest, {overwritten}: Combination): string => {
  const says = limitWords(limits);
  const isOwn = (name: LimitName): boolean => says[name] !== limitWords(defaultLimits)[name];
  const lost = overwritten.flatMap(({kind}) =>
    kind !== 'metadata' && isOwn(kind) ? [says[kind] === '' ? kind : says[kind]] : [],
  );
  return lost.length === 0 ? '' : words.lost(lost);
};

export const tagsSaid = (request: KeyRequest, policies: Policies): Said => {
  const own = request.tags.length === 0 ? [] : [request.tags.join(', ')];
  const theirs = policies
    .filter(({tags}) => tags.length > 0)
    .map(({tags, name}) => `${tags.join(', ')}${words.byPolicies([name], policies.length === 1)}`);
  const all = [...own, ...theirs];
  const value = all.length === 0 ? muted(words.nothing) : plain(all.join(', '));
  return {label: words.labels.tags, value};
};

/** A policy's value takes the place of the person's own under the same name. */
export const metadataSaid = (request: KeyRequest, policies: Policies): Said => {
  const {metadata, overwritten} = combinePolicies(policies, request);
  const isOnly = policies.length === 1;
  const lost = new Set(overwritten.flatMap(each => (each.kind === 'metadata' ? [each.name] : [])));
  const own = request.metadata
    .filter(({name}) => !lost.has(name))
    .map(({name, value}) => `${name} = ${value}`);
  const theirs = metadata.map(({name, by}): Span =>
    lost.has(name)
      ? {text: words.metadataLost(name, by.name, isOnly), role: 'warn'}
      : {text: `${name}${words.byPolicies([by.name], isOnly)}`},
  );
  const spans: readonly Span[] = [...(own.length === 0 ? [] : [{text: own.join(', ')}]), ...theirs];
  const value = spans.flatMap((span, at) => (at === 0 ? [span] : [{text: ', '}, span]));
  return {
    label: words.labels.metadata,
    value: value.length === 0 ? muted(words.nothing) : value,
    alert: lost.size > 0,
  };
};
