import type {Reply} from '../exchange.ts';
import {jsonOf} from './json.ts';
import {fieldsOf, rawText} from './shape.ts';

/** What a server says besides data. Its text is neither cleaned nor masked: quote it before showing it. */
export type ServerMessage = {
  readonly text: string;
  /** In lower case: `ok`, `error`; `''` where there is none. */
  readonly status: string;
  /** Whose envelope it is (the Dashboard's has capitals); `undefined` = none of Tyk's. */
  readonly from: 'dashboard' | 'gateway' | undefined;
};

/** A longer body holds no message, and to parse a list of megabytes for one would be a waste. */
const LONGEST_BODY = 100_000;
const LONGEST_PLAIN_TEXT = 300;

/** Reads `{Status,Message,Meta}` and `{status,message}` (tyk-facts 5.1); other bodies if they are plain text. */
export const serverMessage = (reply: Reply): ServerMessage => {
  if (reply.body.length > LONGEST_BODY) return {text: '', status: '', from: undefined};
  const json = jsonOf(reply);
  if (!json.ok) return {text: plainText(reply.body), status: '', from: undefined};
  const fields = fieldsOf(json.value);
  const status = rawText(fields.Status) || rawText(fields.status);
  return {
    text: rawText(fields.Message) || rawText(fields.message) || rawText(fields.error),
    status: status.toLowerCase(),
    from:
      'Status' in fields || 'Message' in fields
        ? 'dashboard'
        : 'status' in fields || 'message' in fields
          ? 'gateway'
          : undefined,
  };
};

const plainText = (body: string): string => {
  const text = body.trim();
  return text.length <= LONGEST_PLAIN_TEXT && !/^[<{[]/.test(text) ? text : '';
};
