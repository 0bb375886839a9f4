import type {Api} from '../key/api.ts';
import {grantOf} from '../key/grant.ts';
import {isNonEmpty} from '../key/non-empty.ts';
import {plainKey} from '../key/plain-key.ts';
import type {Policy} from '../key/policy.ts';
import {policyRefusal} from '../key/policy-refusal.ts';
import type {Grant} from '../key/request.ts';
import type {WishedApi, WishProblem} from './wish.ts';

/** Grants for the APIs of a wish, by the server's list, and what keeps any of them from being given. */
export const parseApis = (
  wished: readonly WishedApi[],
  listed: readonly Api[],
): {readonly grants: readonly Grant[]; readonly problems: readonly WishProblem[]} => {
  const known = new Map(listed.map(api => [api.id, api]));
  const seen = new Set<string>();
  const parsed = wished.map(one => {
    const twice = seen.has(one.id);
    seen.add(one.id);
    return twice ? refused('apiTwice', one.id) : parseApi(one, known.get(one.id));
  });
  return {
    grants: parsed.flatMap(part => ('grant' in part ? [part.grant] : [])),
    problems: parsed.flatMap(part => ('problem' in part ? [part.problem] : [])),
  };
};

type Part = {readonly grant: Grant} | {readonly problem: WishProblem};

const parseApi = ({id, versions}: WishedApi, api: Api | undefined): Part => {
  if (api === undefined) return refused('unknownApi', id);
  const opens = plainKey(api);
  if (opens.kind === 'refused')
    return {problem: {field: 'access', because: 'needsMore', id, asks: opens.because}};
  if (versions === undefined) return {grant: grantOf(api)};
  const stranger = versions.find(version => !api.versions.includes(version));
  if (stranger !== undefined)
    return {problem: {field: 'access', because: 'unknownVersion', id, version: stranger}};
  const chosen = api.versions.filter(version => versions.includes(version));
  return isNonEmpty(chosen) ? {grant: {api, versions: chosen}} : refused('noVersion', id);
};

const refused = (because: 'unknownApi' | 'apiTwice' | 'noVersion', id: string): Part => ({
  problem: {field: 'access', because, id},
});

/** `policy`: the one with this id, `undefined` where the server has none. */
export const policyProblems = (
  id: string,
  policy: Policy | undefined,
  apis: readonly Api[],
): readonly WishProblem[] => {
  if (policy === undefined) return [{field: 'access', because: 'unknownPolicy', id}];
  // Of an unlisted policy only the id is known: what it grants can't be looked at.
  const refusal = policy.unlisted === true ? undefined : policyRefusal(policy, apis);
  return refusal === undefined
    ? []
    : [{field: 'access', because: 'policyRefused', id, policy: refusal}];
};
