import type {Answer} from '../key/problem.ts';
import type {Secret} from '../key/secret.ts';
import {act, deleteRequest} from './call.ts';
import type {Link} from './link.ts';
import {jsonOf, unreadable} from './parse/json.ts';
import {serverMessage} from './parse/server-message.ts';
import {quoting} from './quote.ts';
import {keyRefusal} from './storage.ts';

/** One DELETE with the plain key, which by Tyk's design stands in the URL. `ok` only on a 200 that says so. */
export const revokeKey = async (link: Link, secret: Secret): Promise<Answer<undefined>> => {
  const {dialect, credential, timings} = link;
  const quote = quoting([credential.reveal(), secret.reveal()]);
  const {signal} = new AbortController();
  const request = deleteRequest(link, dialect.keyPath(secret.reveal()));
  const sent = await act(link, request, {signal, deadlines: timings.revoke, quote});
  if (!sent.ok) return {ok: false, problem: sent.problem};
  const reply = sent.value;
  if (reply.status === 200 && serverMessage(reply).status === 'ok')
    return {ok: true, value: undefined};
  const json = jsonOf(reply);
  if (reply.status === 200) return json.ok ? unreadable('status') : json;
  return {ok: false, problem: await keyRefusal(link, reply, quote)};
};
