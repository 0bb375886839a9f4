import type {Failure, Reply} from './exchange.ts';
import {serverMessage} from './parse/server-message.ts';

/** What a create that did not end with a key has left behind. */
export type Trace = 'nothing' | 'unknown';

/** A request that nobody can have read made no key; any other may have, whatever ended it. */
export const traceOfFailure = ({mayHaveArrived}: Failure): Trace =>
  mayHaveArrived ? 'unknown' : 'nothing';

/**
 * Tyk stores a key for one API after the other and can fail in between, so that an error proves nothing by
 * itself (terminal.md section 8). Too many false alarms and nobody reads the warning; hence the short table.
 */
export const traceOfReply = (reply: Reply): Trace => {
  const {status} = reply;
  if (status >= 300 && status < 400) return 'nothing';
  const {text, from} = serverMessage(reply);
  const ownBody = from !== undefined || /^(?:404 page not found|not found)$/i.test(text);
  if (!ownBody) return 'unknown';
  const refused = [400, 401, 403, 404].includes(status) && !fromBehind.test(text);
  return refused || (status >= 400 && precedesStoring(text)) ? 'nothing' : 'unknown';
};

/** The Dashboard repeats what its gateway said, or why it could not ask it: then its own status says nothing. */
const fromBehind = /^failed to save new session object/i;

/**
 * Reasons that a gateway gives before it stores anything; always the whole message. "… policy from different
 * organisation" is none: old ones find it API by API, when the key is stored for the first of them.
 */
const gatewayReasons = [
  /^policy not found(?:: "[^"]*")?$/i,
  /^key has no valid policies(?: to be applied)?$/i,
  /^cannot apply .+$/i,
  /^unmarshalling failed$/i,
  /^failed to create key, keys must have at least one access rights record set\.?$/i,
];

/** The Dashboard could not reach its gateway; the same words about Redis, two steps on, would prove nothing. */
const gatewayUnreachable =
  /^failed to save new session object to tyk: (?!.*(?:failed to create key|redis|storage)).*dial tcp\b.*(?:refused|no such host)$/i;

const precedesStoring = (text: string): boolean => {
  const reason = text
    .replace(/^failed to save new session object to tyk: /i, '')
    .replace(/^failed to create key - /i, '');
  return gatewayUnreachable.test(text) || gatewayReasons.some(pattern => pattern.test(reason));
};
