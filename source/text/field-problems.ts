import type {LimitProblem} from '../key/limits-draft.ts';
import type {DraftProblem} from '../key/parse-draft.ts';
import {longestAlias} from '../key/parse-draft.ts';
import {grouped} from './time.ts';

const accessProblems = {
  nothingChosen: 'Choose at least one API or a policy: a key without any would open every API.',
  mixedOrganisations: 'All APIs and policies of a key must belong to one organisation.',
  mixedPolicies: 'A policy with limits per API can not stand beside one that governs only parts.',
  noAccess: 'Choose a policy that grants access, too: without one the key would open nothing.',
} as const;

/** What is wrong with a field, said beside it. */
export const draftProblem = (problem: DraftProblem): string => {
  switch (problem.field) {
    case 'access':
      return accessProblems[problem.because];
    case 'organisation':
      return 'Type the organisation (org_id): a key without one is broken or invisible.';
    case 'alias':
      return problem.because === 'missing'
        ? 'Type an alias: the only name people will know it by.'
        : `At most ${longestAlias} characters.`;
    case 'expires':
      return expiryProblem(problem.because);
    case 'metadata':
      return metadataProblem(problem.because);
    case 'limits':
      return limitProblem(problem.limit);
  }
};

const expiryProblem = (because: Extract<DraftProblem, {field: 'expires'}>['because']): string => {
  switch (because) {
    case 'missing':
      return 'Choose when the key ends. Nothing is preselected.';
    case 'empty':
      return 'Type a duration like 90d or 5h,34m,30s, or a date like 2027-01-31 18:00.';
    case 'notUnderstood':
      return 'Not understood. Type 90d, 5h,34m,30s, 2mo, 2027-01-31 or 2027-01-31 18:00 UTC.';
    case 'zero':
      return 'That would be dead at once. Type a longer time.';
    case 'inThePast':
      return 'That is in the past. Tyk would make it a key that never ends.';
    case 'tooFar':
      return 'That is more than 100 years away. Choose "Do not expire" if you mean it.';
  }
};

const metadataProblem = (
  because: Extract<DraftProblem, {field: 'metadata'}>['because'],
): string => {
  switch (because) {
    case 'nameMissing':
      return 'This value has no name. Type one, or remove the row.';
    case 'nameTwice':
      return 'This name is there already. Each name has one value.';
    case 'namePolicies':
      return '"policies" is reserved: Tyk would take it as the key\'s policies.';
  }
};

/** Names that mean something to Tyk itself. */
export const reservedMetadata: Readonly<Record<string, string>> = {
  policies: "reserved: Tyk would take it as the key's policies",
  rate_limit_pattern: 'known to Tyk: changes which requests share a rate limit',
  tyk_developer_id: 'known to Tyk: links the key to a portal developer',
};

/** What is wrong with a number of the limits, said beside it. */
export const limitProblem = ({because, least, most}: LimitProblem): string => {
  switch (because) {
    case 'missing':
      return `Type a whole number from ${grouped(least)} to ${grouped(most)}.`;
    case 'notWhole':
      return 'Only whole numbers: Tyk refuses anything else.';
    case 'tooSmall':
      return least === 1
        ? 'At least 1: a 0 would mean "no limit" to Tyk. Switch the limit off if you mean that.'
        : `At least ${grouped(least)}.`;
    case 'tooLarge':
      return `At most ${grouped(most)}.`;
    case 'notUnderstood':
      return 'Not understood. Type a duration like 90d, 12h or 1h,30m.';
  }
};
