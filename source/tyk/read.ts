import type {KeyReference, StoredKey} from '../key/backend.ts';
import type {Answer} from '../key/problem.ts';
import {ask} from './call.ts';
import type {Reply, Sent} from './exchange.ts';
import type {Deadlines} from './failure.ts';
import type {Link} from './link.ts';
import {jsonOf} from './parse/json.ts';
import {quoting, type Quote} from './quote.ts';
import {keyRefusal} from './storage.ts';

/** What is stored under a key or a hash, or why that is not known (tyk-facts 6.1). */
export const readKey = async (link: Link, reference: KeyReference): Promise<Answer<StoredKey>> => {
  const quote = quoting([link.credential.reveal(), textOf(reference)]);
  const sent = await askForKey(link, reference, link.timings.look, quote);
  if (!sent.ok) return {ok: false, problem: sent.problem};
  const reply = sent.value;
  return reply.status === 200
    ? storedIn(link, reply)
    : {ok: false, problem: await keyRefusal(link, reply, quote)};
};

/** What is stored under a key just made, where the server says so soon. */
export const readBack = async (
  link: Link,
  reference: KeyReference,
): Promise<StoredKey | undefined> => {
  const sent = await askForKey(link, reference, link.timings.readBack, link.quote);
  const stored = sent.ok && sent.value.status === 200 ? storedIn(link, sent.value) : undefined;
  return stored?.ok === true ? stored.value : undefined;
};

const textOf = (reference: KeyReference): string =>
  'key' in reference ? reference.key.reveal() : reference.hash;

/** By Tyk's design the key stands in the URL; what is a hash has to be called one. */
const askForKey = (
  link: Link,
  reference: KeyReference,
  deadlines: Deadlines,
  quote: Quote,
): Promise<Sent> => {
  const path = link.dialect.keyPath(textOf(reference)) + ('hash' in reference ? '?hashed=1' : '');
  const {signal} = new AbortController();
  return ask(link, path, {signal, deadlines, quote});
};

const storedIn = ({dialect}: Link, reply: Reply): Answer<StoredKey> => {
  const json = jsonOf(reply);
  return json.ok ? dialect.readStored(json.value) : json;
};
