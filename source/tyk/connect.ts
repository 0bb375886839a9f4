import type {Backend} from '../key/backend.ts';
import {postRequest} from './call.ts';
import {createKey, readClockSkew} from './create.ts';
import {dashboard} from './dashboard.ts';
import {gateway} from './gateway.ts';
import {pathPrefix} from './http.ts';
import {createLink, type Server} from './link.ts';
import {loadList} from './load-list.ts';
import {readKey} from './read.ts';
import {requestText} from './request-text.ts';
import {revokeKey} from './revoke.ts';
import {wireSession} from './session.ts';

export type {Dispatchers, Server} from './link.ts';

export type ConnectOptions = Server & {readonly kind: Backend['kind']};

/** A Tyk server to work with. Nothing is sent before a member is called. */
export const connectBackend = ({kind, ...server}: ConnectOptions): Backend => {
  const dialect = {dashboard, gateway}[kind];
  const link = createLink(dialect, server);
  return {
    kind,
    address: server.url.origin + pathPrefix(server.url),
    loadApis: signal => loadList(link, dialect.apis, signal),
    loadPolicies: signal => loadList(link, dialect.policies, signal),
    readClockSkew: signal => readClockSkew(link, signal),
    describe: (request, skewMs) => {
      const {body} = wireSession(request, link.now() + skewMs);
      return requestText(postRequest(link, dialect.createPath, JSON.stringify(body)), dialect);
    },
    createKey: (request, signal) => createKey(link, request, signal),
    readKey: reference => readKey(link, reference),
    revokeKey: secret => revokeKey(link, secret),
  };
};
