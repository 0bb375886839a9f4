import type {Api} from '../key/api.ts';
import type {Backend} from '../key/backend.ts';
import {cleanTyped} from '../key/clean.ts';
import type {Draft} from '../key/draft.ts';
import {ownOrganisation, parseDraft} from '../key/parse-draft.ts';
import type {Policy} from '../key/policy.ts';
import type {KeyRequest} from '../key/request.ts';
import {draftLimits} from './draft-limits.ts';
import {parseApis, policyProblems} from './parse-access.ts';
import {parseExpiry} from './parse-expiry.ts';
import type {Wish, WishProblem} from './wish.ts';

/** What a wish is held against. */
export type Known = {
  readonly kind: Backend['kind'];
  /** All that the server lists. */
  readonly apis: readonly Api[];
  /** The one that the wish names. */
  readonly policy: Policy | undefined;
  /** Of `connect`; '' = not said. */
  readonly organisation: string;
  /** Unix milliseconds, to refuse an end that has passed. */
  readonly nowMs: number;
};

export type ParsedWish =
  | {readonly ok: true; readonly request: KeyRequest}
  | {readonly ok: false; readonly problems: readonly WishProblem[]};

/** A wish as the draft that the wizard would hold, through the one validation that it uses. */
export const parseWish = (wish: Wish, known: Known): ParsedWish => {
  const {apis = [], policy} = wish;
  const access = parseApis(apis, known.apis);
  const expiry = parseExpiry(wish.expires);
  const draft: Draft = {
    ...draftTexts(wish),
    way: policy === undefined ? 'apis' : 'policy',
    grants: access.grants,
    policies: known.policy === undefined ? [] : [known.policy],
    organisation: wish.organisation ?? organisationAt(known),
    detailedLogging: wish.detailedLogging ?? false,
    expires: typeof expiry === 'string' ? {kind: 'unset'} : expiry,
    limits: draftLimits(wish.limits ?? {}),
  };
  const found: readonly WishProblem[] = [
    ...(wish.apis !== undefined && policy !== undefined ? [bothChosen] : []),
    ...access.problems,
    ...(policy === undefined ? [] : policyProblems(policy, known.policy, known.apis)),
    ...(typeof expiry === 'string' ? [{field: 'expires', because: expiry} as const] : []),
    ...organisationProblems(wish, draft),
    ...textProblems(wish),
  ];
  return validated(draft, known, found);
};

/**
 * A field of which something is known already gets no second complaint, about what stands in its place; nor
 * does the organisation, as long as nobody knows whose APIs these are.
 */
const validated = (draft: Draft, known: Known, found: readonly WishProblem[]): ParsedWish => {
  const parsed = parseDraft(draft, known.nowMs, {organisation: known.kind === 'gateway'});
  if (parsed.ok && found.length === 0) return parsed;
  const fields = new Set<string>(found.map(({field}) => field));
  const more = parsed.ok ? [] : parsed.problems.filter(({field}) => !fields.has(field));
  const all = [...found, ...more];
  if (!all.some(({field}) => field === 'access')) return {ok: false, problems: all};
  const isLeft = ({field, because}: WishProblem): boolean =>
    field !== 'organisation' || because !== 'missing';
  return {ok: false, problems: all.filter(isLeft)};
};

const bothChosen: WishProblem = {field: 'access', because: 'bothChosen'};

const draftTexts = ({alias, tags = [], metadata = {}}: Wish) => ({
  alias: alias.normalize('NFC'),
  tags: tags.map(tag => tag.normalize('NFC')).join(','),
  metadata: Object.entries(metadata).map(([name, value]) => ({
    name: name.normalize('NFC'),
    value: value.normalize('NFC'),
  })),
});

/** For what does not say its own: a Dashboard knows its user's, a gateway may have only one. */
const organisationAt = ({kind, apis, organisation}: Known): string => {
  if (organisation !== '' || kind === 'dashboard') return organisation;
  const all = new Set(apis.map(api => api.organisation).filter(id => id !== ''));
  const [only = ''] = all.size === 1 ? all : [];
  return only;
};

const organisationProblems = ({organisation}: Wish, draft: Draft): readonly WishProblem[] => {
  const own = ownOrganisation(draft);
  const differs = organisation !== undefined && own !== '' && organisation !== own;
  return differs ? [{field: 'organisation', because: 'another'}] : [];
};

const textProblems = (wish: Wish): readonly WishProblem[] => {
  const {alias, organisation = '', tags = [], metadata = {}} = wish;
  const notPlain =
    (field: 'alias' | 'organisation' | 'tags' | 'metadata') => (texts: readonly string[]) =>
      texts.flatMap((text, at): readonly WishProblem[] =>
        isPlain(text) ? [] : [{field, because: 'notPlainText', at}],
      );
  return [
    ...notPlain('alias')([alias]),
    ...notPlain('organisation')([organisation]),
    ...notPlain('tags')(tags),
    ...tags.flatMap((tag, at): readonly WishProblem[] =>
      tag.includes(',') ? [{field: 'tags', because: 'comma', at}] : [],
    ),
    ...notPlain('metadata')(Object.entries(metadata).map(([name, value]) => `${name} ${value}`)),
  ];
};

/** Whether the wizard's fields would take it as it is. Letters put together (NFC) are the same letters. */
const isPlain = (text: string): boolean => cleanTyped(text) === text.normalize('NFC');
