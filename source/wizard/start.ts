import type {Backend} from '../key/backend.ts';
import {emptyDraft} from '../key/draft.ts';
import {Secret} from '../key/secret.ts';
import type {Step} from './event.ts';
import {idleListing} from './listing.ts';
import {connectScreen} from './screens/connect.ts';
import type {Size, State} from './state.ts';

export type Start = {
  readonly size: Size;
  readonly server: Backend['kind'];
  readonly address: string;
  /** Empty when it has to be asked for. */
  readonly credential: Secret;
  readonly practice: boolean;
  readonly gatewayUrl: string | undefined;
  readonly organisation: string;
  readonly plainHttpAllowed: boolean;
};

/** The first screen: the first question, with the list on its way; or what is missing for that. */
export const start = (given: Start): Step => {
  const {size, server, organisation, address, credential, practice, gatewayUrl, plainHttpAllowed} =
    given;
  const isKnown = practice || (address !== '' && !credential.isEmpty);
  const state: State = {
    size,
    server,
    organisation,
    address,
    practice,
    gatewayUrl,
    plainHttpAllowed,
    credential,
    apis: {...idleListing(), status: isKnown ? 'loading' : 'idle'},
    policies: idleListing(),
    draft: emptyDraft,
    skewMs: undefined,
    path: [isKnown ? {kind: 'way'} : connectScreen(address, credential)],
    help: undefined,
    note: undefined,
    guardedSince: undefined,
    unknownBefore: undefined,
    ending: undefined,
  };
  return {
    state,
    effects: isKnown
      ? [{kind: 'connect', server, address, credential: new Secret(credential.reveal().trim())}]
      : [],
  };
};
