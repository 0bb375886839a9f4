import type {Grant} from '../key/request.ts';
import {grantName} from '../text/names.ts';
import {apiFacts} from '../wizard/api-facts.ts';
import type {State} from '../wizard/state.ts';

/** What an API of a key is called, told apart from others of the same name. */
export const nameOfGrant = ({apis}: State, grant: Grant): string =>
  grantName(grant, apiFacts(apis.shelf.rows).twins.has(grant.api.name));
