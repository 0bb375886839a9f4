import {json, type Reply} from '../wire/exchange.ts';

/** What a Dashboard says when there is nothing to hand over: capitals, always three members. */
export const envelope = (status: number, message: string): Reply =>
  json(status, {Status: status < 400 ? 'OK' : 'Error', Message: message, Meta: null});
