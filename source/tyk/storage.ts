import type {Problem} from '../key/problem.ts';
import {look} from './call.ts';
import type {Reply} from './exchange.ts';
import type {Link} from './link.ts';
import {jsonOf} from './parse/json.ts';
import {serverMessage} from './parse/server-message.ts';
import {fieldsOf, rawText} from './parse/shape.ts';
import type {Quote} from './quote.ts';
import {refusal} from './refusal.ts';

/** The gateway writes whole seconds, and its clock is known to us by whole seconds too. */
const UNCERTAIN_MS = 1000;

/** Why a question about one key was refused: "no such key" of a gateway without its storage is no news about the key. */
export const keyRefusal = async (link: Link, reply: Reply, quote: Quote): Promise<Problem> => {
  const {dialect, url} = link;
  if (reply.status === 404 && dialect.kind === 'gateway') {
    const {works, message} = await storageWorks(link);
    if (!works) return {kind: 'storageDown', message: quote(message)};
  }
  return refusal({kind: dialect.kind, base: url, reply, quote});
};

/**
 * Whether a gateway's Redis works: without it every key "is not there" (gateway.md C.4). `false` also when the
 * gateway does not say. Old releases have no `/ready`, and `/hello` repeats for 10 s what was true before: a
 * check of theirs that is older than the question proves nothing.
 */
const storageWorks = async (link: Link): Promise<{works: boolean; message: string}> => {
  const {signal} = new AbortController();
  const askedAt = link.now();
  const options = {signal, deadlines: link.timings.look};
  const ready = await look(link, '/ready', options);
  if (!ready.ok) return {works: false, message: ''};
  if (ready.value.status !== 404)
    return {works: ready.value.status === 200, message: serverMessage(ready.value).text};
  const hello = await look(link, '/hello', options);
  const json = hello.ok ? jsonOf(hello.value) : undefined;
  const {redis} = fieldsOf(fieldsOf(json?.ok === true ? json.value : undefined).details);
  const {status, output, time} = fieldsOf(redis);
  const checkedAt = Date.parse(rawText(time)) - UNCERTAIN_MS;
  const isFresh = hello.ok && checkedAt >= askedAt + (hello.value.skewMs ?? 0);
  return {works: status === 'pass' && isFresh, message: rawText(output)};
};
