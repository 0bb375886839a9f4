import type {Creation, StoredKey} from '../key/backend.ts';
import type {Answer, Problem} from '../key/problem.ts';
import type {KeyRequest} from '../key/request.ts';
import {act, ask, look, postRequest} from './call.ts';
import {skewIn} from './clock.ts';
import type {Sent} from './exchange.ts';
import {explain} from './explain.ts';
import type {Link} from './link.ts';
import {readPage} from './load-list.ts';
import {traceOfFailure, traceOfReply, type Trace} from './outcome.ts';
import type {CreatedAnswer} from './parse/created-key.ts';
import {jsonOf} from './parse/json.ts';
import {readBack} from './read.ts';
import {refusal} from './refusal.ts';
import {wireSession} from './session.ts';

/** Exactly one POST, or none where it is certain before that it would fail. Never repeated. */
export const createKey = async (
  link: Link,
  request: KeyRequest,
  signal: AbortSignal,
): Promise<Creation> => {
  const skew = await prepare(link, signal);
  if (!skew.ok) return {outcome: 'notCreated', problem: skew.problem};
  const sentAt = link.now() + skew.value;
  const {body, expires} = wireSession(request, sentAt);
  if (expires !== undefined && expires * 1000 <= sentAt)
    return {outcome: 'notCreated', problem: past};
  const post = postRequest(link, link.dialect.createPath, JSON.stringify(body));
  const sent = await act(link, post, {signal, deadlines: link.timings.create});
  const read = readCreation(link, sent);
  if (read.ok) return created(link, read.value, expires);
  const tookMs = link.now() + skew.value - sentAt;
  const {problem} = read;
  return read.trace === 'nothing'
    ? {outcome: 'notCreated', problem}
    : {outcome: 'unknown', problem, sentAt, tookMs, sentExpires: expires};
};

const past: Problem = {kind: 'pastExpiry'};

type Read =
  | {readonly ok: true; readonly value: CreatedAnswer}
  | {readonly ok: false; readonly problem: Problem; readonly trace: Trace};

const readCreation = ({dialect, url, quote}: Link, sent: Sent): Read => {
  if (!sent.ok) return {...sent, trace: traceOfFailure(sent)};
  const reply = sent.value;
  if (reply.status !== 200) {
    const problem = refusal({kind: dialect.kind, base: url, reply, quote});
    return {ok: false, problem, trace: traceOfReply(reply)};
  }
  const json = jsonOf(reply);
  const read = json.ok ? dialect.readCreated(json.value) : json;
  return read.ok ? read : {...read, trace: 'unknown'};
};

const created = async (
  link: Link,
  answer: CreatedAnswer,
  sentExpires: number | undefined,
): Promise<Creation> => {
  const {secret, hash} = answer;
  const stored = await storedOf(link, answer);
  return {outcome: 'created', key: {secret, hash, stored, sentExpires}};
};

/** A Gateway has to be asked. The key is there already: no failure of this one counts, nor a cancellation. */
const storedOf = async (link: Link, answer: CreatedAnswer): Promise<StoredKey> => {
  const {secret, hash, stored} = answer;
  if (link.dialect.createdHoldsStored) return stored;
  return (await readBack(link, hash === undefined ? {key: secret} : {hash})) ?? stored;
};

/** What has to be known before the POST: that this is a server for it, and the skew of its clock. */
const prepare = async (link: Link, signal: AbortSignal): Promise<Answer<number>> => {
  const proof = await proveApis(link, signal);
  if (!proof.ok) return proof;
  const recent = link.clock.recent();
  if (recent !== undefined) return {ok: true, value: recent};
  const skew = await readClockSkew(link, signal);
  if (skew.ok) return skew;
  const certain = ['unreachable', 'tls', 'cancelled'].includes(skew.problem.kind);
  return certain ? skew : {ok: true, value: link.clock.last()};
};

const proveApis = async (link: Link, signal: AbortSignal): Promise<Answer<undefined>> => {
  const {apis, createNeedsApis} = link.dialect;
  const path = apis.path(1);
  if (!createNeedsApis || link.listed.has(path)) return {ok: true, value: undefined};
  const {bounds, timings} = link;
  const sent = await ask(link, path, {
    signal,
    deadlines: timings.list,
    limitBytes: bounds.listBytes,
  });
  if (!sent.ok) return sent;
  const page = readPage(link, apis, sent.value);
  if (!page.ok)
    return {ok: false, problem: await explain(link, link.dialect.apis, page.problem, signal)};
  link.listed.add(path);
  return {ok: true, value: undefined};
};

/** By the cheapest question that any server answers; which status it answers does not matter. */
export const readClockSkew = async (link: Link, signal: AbortSignal): Promise<Answer<number>> =>
  skewIn(await look(link, '/hello', {signal, deadlines: link.timings.look}));
