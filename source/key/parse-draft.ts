import {policyExpiry} from './combine-policies.ts';
import type {Draft} from './draft.ts';
import type {Expiry, OwnExpiryProblem} from './expiry.ts';
import {expiryPresets, parseOwnExpiry} from './expiry.ts';
import {parseLimits} from './limits-draft.ts';
import type {LimitProblem} from './limits-draft.ts';
import type {Limits} from './limits.ts';
import {isNonEmpty} from './non-empty.ts';
import {policiesRefusal} from './policies-refusal.ts';
import type {Policy} from './policy.ts';
import type {Access, KeyRequest, Metadata} from './request.ts';

/** A field of the form, in the order in which a person meets it. */
export type FieldName =
  'access' | 'organisation' | 'logging' | 'alias' | 'expires' | 'tags' | 'metadata' | 'limits';

/** What is wrong with a field, as data; the words are made from it. `at` is a row of the metadata. */
export type DraftProblem =
  | {
      readonly field: 'access';
      readonly because: 'nothingChosen' | 'mixedOrganisations' | 'mixedPolicies' | 'noAccess';
    }
  | {readonly field: 'organisation'; readonly because: 'missing'}
  | {readonly field: 'alias'; readonly because: 'missing' | 'tooLong'}
  | {readonly field: 'expires'; readonly because: 'missing' | OwnExpiryProblem}
  | {
      readonly field: 'limits';
      readonly because: LimitProblem['because'];
      readonly limit: LimitProblem;
    }
  | {
      readonly field: 'metadata';
      readonly because: 'nameMissing' | 'nameTwice' | 'namePolicies';
      readonly at: number;
    };

export type Parsed =
  | {readonly ok: true; readonly request: KeyRequest}
  | {readonly ok: false; readonly problems: readonly DraftProblem[]};

export type Needs = {readonly organisation: boolean};

/** Characters; the alias is the only name people will know the key by, in lists and in analytics. */
export const longestAlias = 100;

/**
 * The one validation. A `KeyRequest` comes from nowhere else, so an unfinished wish can't be sent.
 * `nowMs`: Unix milliseconds, only to tell whether a date that was typed lies ahead. A Dashboard knows the
 * organisation of its user; a gateway has to be told (`needs.organisation`).
 */
export const parseDraft = (draft: Draft, nowMs: number, needs: Needs): Parsed => {
  const access = parseAccess(draft);
  const organisation = parseOrganisation(draft, needs);
  const alias = parseAlias(draft.alias);
  const expiry = parseExpiry(draft, nowMs);
  const metadata = parseMetadata(draft.metadata);
  const limits = parseKeyLimits(draft);
  const {tags} = parseTags(draft.tags);
  if (
    'problem' in access ||
    'problem' in organisation ||
    'problem' in alias ||
    'problem' in expiry ||
    'problem' in metadata ||
    'problem' in limits
  ) {
    const parts = [access, organisation, alias, expiry, metadata, limits];
    return {ok: false, problems: parts.flatMap(part => ('problem' in part ? [part.problem] : []))};
  }
  return {
    ok: true,
    request: {
      access: access.value,
      organisation: organisation.value,
      alias: alias.value,
      detailedLogging: draft.detailedLogging,
      expiry: expiry.value,
      tags,
      metadata: metadata.value,
      limits: limits.value,
    },
  };
};

type Part<T> = {readonly value: T} | {readonly problem: DraftProblem};

const parseAccess = (draft: Draft): Part<Access> => {
  if (draft.way === 'policy') return parsePolicies(draft.policies);
  const {grants} = draft;
  if (!isNonEmpty(grants)) return {problem: {field: 'access', because: 'nothingChosen'}};
  const organisations = new Set(grants.map(grant => grant.api.organisation));
  if (organisations.size > 1) return {problem: {field: 'access', because: 'mixedOrganisations'}};
  return {value: {kind: 'apis', grants}};
};

/** What can be said without the list of APIs; whoever has that asks `policiesRefusal` before. */
const parsePolicies = (policies: readonly Policy[]): Part<Access> => {
  if (!isNonEmpty(policies)) return {problem: {field: 'access', because: 'nothingChosen'}};
  const refusal = policiesRefusal(policies, [], 'none');
  const opensNothing =
    refusal?.kind === 'noAccess' ||
    (refusal?.kind === 'one' && ['needsOther', 'grantsNothing'].includes(refusal.because));
  if (opensNothing) return {problem: {field: 'access', because: 'noAccess'}};
  if (refusal?.kind === 'pair') {
    const mixes = refusal.because === 'mixesPerApi';
    return {problem: {field: 'access', because: mixes ? 'mixedPolicies' : 'mixedOrganisations'}};
  }
  return {value: {kind: 'policies', policies}};
};

/** What the chosen APIs or policies say themselves; '' where they don't. */
export const ownOrganisation = ({way, grants, policies}: Draft): string => {
  const all = way === 'policy' ? policies : grants.map(({api}) => api);
  return all.find(({organisation}) => organisation !== '')?.organisation ?? '';
};

const parseOrganisation = (draft: Draft, needs: Needs): Part<string> => {
  const own = ownOrganisation(draft);
  const organisation = own === '' ? draft.organisation.trim() : own;
  return organisation === '' && needs.organisation
    ? {problem: {field: 'organisation', because: 'missing'}}
    : {value: organisation};
};

const parseAlias = (typed: string): Part<string> => {
  const alias = typed.trim();
  if (alias === '') return {problem: {field: 'alias', because: 'missing'}};
  if (Array.from(alias).length > longestAlias)
    return {problem: {field: 'alias', because: 'tooLong'}};
  return {value: alias};
};

const parseExpiry = (draft: Draft, nowMs: number): Part<Expiry> => {
  const {expires} = draft;
  const byPolicy = expiryByPolicy(draft);
  if (byPolicy !== undefined) return {value: byPolicy};
  if (expires.kind === 'own') {
    const own = parseOwnExpiry(expires.text, nowMs);
    return own.ok ? {value: own.expiry} : {problem: {field: 'expires', because: own.because}};
  }
  const preset = expiryPresets.find(row => expires.kind === 'preset' && row.id === expires.id);
  return preset === undefined
    ? {problem: {field: 'expires', because: 'missing'}}
    : {value: preset.expiry};
};

/** The expiry that the chosen policies set, whatever a person chooses. */
export const expiryByPolicy = ({way, policies}: Draft): Expiry | undefined => {
  const set = way === 'policy' ? policyExpiry(policies) : undefined;
  return set && {kind: 'byPolicy', seconds: set.seconds, policy: set.by.name};
};

/** Tags in the order typed, each once; `twice` names those that were typed again. Case counts. */
export const parseTags = (
  typed: string,
): {readonly tags: readonly string[]; readonly twice: readonly string[]} => {
  const all = typed
    .split(',')
    .map(tag => tag.trim())
    .filter(tag => tag !== '');
  return {
    tags: [...new Set(all)],
    twice: [...new Set(all.filter((tag, index) => all.indexOf(tag) !== index))],
  };
};

const parseMetadata = (rows: readonly Metadata[]): Part<readonly Metadata[]> => {
  const named = rows.map(row => ({name: row.name.trim(), value: row.value}));
  const kept = named.filter(row => row.name !== '' || row.value !== '');
  for (const [at, row] of named.entries()) {
    if (row.name === '' && row.value !== '') return metadataProblem('nameMissing', at);
    if (row.name === 'policies') return metadataProblem('namePolicies', at);
    const first = named.findIndex(other => other.name === row.name);
    if (row.name !== '' && first < at) return metadataProblem('nameTwice', at);
  }
  return {value: kept};
};

const parseKeyLimits = ({limits}: Draft): Part<Limits> => {
  const parsed = parseLimits(limits);
  if (parsed.ok) return {value: parsed.limits};
  const [first] = parsed.problems;
  return {problem: {field: 'limits', because: first.because, limit: first}};
};

const metadataProblem = (
  because: 'nameMissing' | 'nameTwice' | 'namePolicies',
  at: number,
): Part<never> => ({problem: {field: 'metadata', because, at}});
