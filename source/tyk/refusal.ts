import type {Problem} from '../key/problem.ts';
import type {Reply} from './exchange.ts';
import {jsonOf} from './parse/json.ts';
import {serverMessage} from './parse/server-message.ts';
import type {Quote} from './quote.ts';

/** A complete answer that is not the 200 that was hoped for. */
export type Refused = {
  readonly kind: 'dashboard' | 'gateway';
  readonly base: URL;
  readonly reply: Reply;
  readonly quote: Quote;
};

/** Why the server did not do it; the first line that fits counts (tyk-facts 2.8 and 5). */
export const refusal = ({kind, base, reply, quote}: Refused): Problem => {
  const {status} = reply;
  const said = serverMessage(reply);
  const message = quote(said.text);
  const adminRefused = /^attempted administrative access/i.test(said.text);

  if (status >= 300 && status < 400)
    return {kind: 'redirected', status, to: quote(originOf(reply.location, base))};
  if (adminRefused && kind === 'gateway') return {kind: 'notAuthorised', status, message};
  if (adminRefused) return {kind: 'otherServer', found: 'gateway'};
  if (status === 401 && kind === 'gateway' && said.from === 'dashboard')
    return {kind: 'otherServer', found: 'dashboard'};
  if (status === 401) return {kind: 'notAuthorised', status, message};
  if (status === 403 && /^access denied/i.test(said.text))
    return {kind: 'forbidden', status, message};
  const json = jsonOf(reply);
  if (said.text === '' && !json.ok) return json.problem;
  return {kind: 'rejected', status, message};
};

/** Without path and query, which may hold somebody's session. `''` when there is no usable address. */
const originOf = (location: string | undefined, base: URL): string =>
  location !== undefined && URL.canParse(location, base.href)
    ? new URL(location, base.href).origin
    : '';
