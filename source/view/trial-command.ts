import type {Api} from '../key/api.ts';
import {openedBy} from '../key/combine-policies.ts';
import type {KeyRequest} from '../key/request.ts';
import {gatewayPlaceholder} from '../text/trial.ts';
import type {State} from '../wizard/state.ts';

/**
 * A command that tries the key without showing it to `ps` or to the shell's history: the key is read without
 * an echo and given to curl on its standard input. Nothing where the API takes the key in another place.
 */
export const trialCommand = (state: State, {access}: KeyRequest): readonly string[] => {
  const id = access.kind === 'apis' ? access.grants[0].api.id : openedBy(access.policies)[0]?.apiId;
  const api = state.apis.shelf.rows.find(candidate => candidate.id === id);
  if (api?.keyPlace.in !== 'header' || !/^[A-Za-z0-9-]+$/.test(api.keyPlace.name)) return [];
  return [
    `read -rs KEY; printf '${api.keyPlace.name}: %s' "$KEY" |`,
    `curl -H @- ${quoted(urlOf(state, api))}`,
  ];
};

/** Where consumers call it; the gateway's address is not known to a Dashboard's user unless they say it. */
const urlOf = (state: State, api: Api): string => {
  const base = state.gatewayUrl ?? (state.practice ? state.address : gatewayPlaceholder);
  return `${base.replace(/\/+$/, '')}${api.listenPath}`;
};

const quoted = (url: string): string =>
  /^[A-Za-z0-9:/._~-]+$/.test(url) ? url : `'${url.replaceAll("'", "'\\''")}'`;
