import {json, type Reply} from '../wire/exchange.ts';

/** What the control API says when it refuses: small letters, two members. */
export const complaint = (status: number, message: string): Reply =>
  json(status, {status: 'error', message});
