import {ownOrganisation, parseDraft} from '../key/parse-draft.ts';
import type {Parsed} from '../key/parse-draft.ts';
import type {State} from './state.ts';

/** The draft as a finished request, or what is missing for that at this server. `wall`: Unix milliseconds. */
export const finished = (state: State, wall: number): Parsed =>
  parseDraft(state.draft, wall, {organisation: state.server === 'gateway'});

/** Whether the organisation has to come from a person: neither the choice nor a Dashboard says it. */
export const asksOrganisation = ({server, draft}: State): boolean =>
  server === 'gateway' && ownOrganisation(draft) === '';

/** The draft with an organisation to start from: what was set at the start, or the only one there is. */
export const withOrganisation = (state: State): State => {
  if (state.draft.organisation !== '' || !asksOrganisation(state)) return state;
  const known = new Set(state.apis.shelf.rows.map(api => api.organisation).filter(id => id !== ''));
  const [only = ''] = known.size === 1 ? known : [];
  const organisation = state.organisation === '' ? only : state.organisation;
  return {...state, draft: {...state.draft, organisation}};
};
