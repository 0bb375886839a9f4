import {prepareSession, type Refusal, type World} from '../keys/issue-key.ts';
import {type Session, sessionReader} from '../keys/session.ts';
import {isObject, parseJson, refused} from '../reader.ts';
import type {Asked, Reply} from '../wire/exchange.ts';
import {envelope} from './envelope.ts';

type SessionAnswer =
  {readonly ok: true; readonly value: Session} | {readonly ok: false; readonly reply: Reply};

/** A session that may be stored: known APIs of the own organisation, policies applied. */
export const readSession = (asked: Asked, world: World): SessionAnswer => {
  const sent = parseSession(asked, world, MALFORMED_INPUT);
  if (!sent.ok) return sent;
  const {organisation} = world.estate;
  const foreign = Object.keys(sent.value.access_rights).some(
    apiId => world.estate.rowById(apiId)?.api?.org_id !== organisation,
  );
  // Deleted, of another organisation or hidden from this user: one text for all.
  if (foreign)
    return {
      ok: false,
      reply: envelope(400, 'User does not have permission to add API to key Access Rights!'),
    };
  const prepared = prepareSession(sent.value, world);
  return prepared.ok ? {ok: true, value: prepared.session} : {ok: false, reply: wrapped(prepared)};
};

const MALFORMED_INPUT = 'User/Key object validation failed, most likely malformed input';

/** The body as a session, or the refusal of its form; `complaint` is what a wrong type is told. */
export const parseSession = (asked: Asked, {estate}: World, complaint: string): SessionAnswer => {
  const body = parseJson(asked.body);
  if (body === undefined) return {ok: false, reply: envelope(403, 'Request body malformed.')};
  const session = isObject(body) ? sessionReader.read(body) : refused;
  if (session === refused) return {ok: false, reply: envelope(400, complaint)};
  // The credential's organisation counts, whatever the body says.
  return {ok: true, value: {...session, org_id: estate.organisation}};
};

/** The gateway's answer to `/tyk/keys/create`, as the Dashboard passes it on. */
const wrapped = (refusal: Refusal): Reply => {
  switch (refusal.why) {
    case 'noRights':
      return envelope(400, `${WRAPPER}, keys must have at least one Access Rights record set.`);
    case 'policy':
      return envelope(500, `${WRAPPER} - ${refusal.reason}`);
  }
};

const WRAPPER = 'Failed to save new session object to Tyk: Failed to create key';
