import {anything, flag, float, integer, list, map, type Reads, struct, text} from '../reader.ts';

/** Limits as they stand on the wire, on a key and on each of its APIs. All zero = inherits the key's. */
const limitFields = {
  /** Requests per `per` seconds; either <= 0 = no rate limit. */
  rate: float,
  per: float,
  throttle_interval: float,
  throttle_retry_limit: integer,
  max_query_depth: integer,
  /** Requests per period; <= 0 = no quota. */
  quota_max: integer,
  quota_renews: integer,
  quota_remaining: integer,
  /** Seconds; <= 0 = the counter never resets. */
  quota_renewal_rate: integer,
};

export const limitReader = struct(limitFields);
export type Limit = Reads<typeof limitReader>;

const accessRightReader = struct({
  api_name: text,
  api_id: text,
  versions: list(text),
  allowed_urls: list(struct({url: text, methods: list(text)})),
  limit: limitReader,
  allowance_scope: text,
});
export type AccessRight = Reads<typeof accessRightReader>;
export const accessRightsReader = map(accessRightReader);

/**
 * A key's session (tyk-facts 2.3). Times are Unix seconds; `expires` 0 and -1 mean never.
 * Other members are skipped, as a gateway skips what it does not know.
 */
export const sessionReader = struct({
  ...limitFields,
  last_check: integer,
  allowance: float,
  date_created: text,
  expires: integer,
  access_rights: accessRightsReader,
  org_id: text,
  oauth_client_id: text,
  basic_auth_data: struct({password: text, hash_type: text}),
  jwt_data: struct({secret: text}),
  hmac_enabled: flag,
  enable_http_signature_validation: flag,
  hmac_string: text,
  rsa_certificate_id: text,
  certificate: text,
  is_inactive: flag,
  apply_policy_id: text,
  apply_policies: list(text),
  data_expires: integer,
  monitor: struct({trigger_limits: list(float)}),
  enable_detail_recording: flag,
  enable_detailed_recording: flag,
  meta_data: map(anything),
  tags: list(text),
  alias: text,
  last_updated: text,
  id_extractor_deadline: integer,
  session_lifetime: integer,
  post_expiry_action: text,
  post_expiry_grace_period: integer,
});
export type Session = Reads<typeof sessionReader>;

/** The policies that a session names: the list, or the older single one where the list is empty. */
export const policyIdsOf = (session: Session): readonly string[] =>
  session.apply_policies.length > 0
    ? session.apply_policies
    : session.apply_policy_id === ''
      ? []
      : [session.apply_policy_id];

/** Whether a limit of an API is unset, so that the key's own limits hold for it. */
export const isUnset = (limit: Limit): boolean =>
  limit.rate === 0 &&
  limit.per === 0 &&
  limit.throttle_interval === 0 &&
  limit.throttle_retry_limit === 0 &&
  limit.max_query_depth === 0 &&
  limit.quota_max === 0 &&
  limit.quota_renewal_rate === 0;

/** A session without its zero members, as gateways from 5.12 on answer it (gateway.md 2.3). */
export const withoutZeros = (session: Session): Readonly<Record<string, unknown>> => {
  const rights = Object.entries(session.access_rights).map(([apiId, right]) => [
    apiId,
    dropZeros({...right, limit: dropZeros(right.limit)}),
  ]);
  return dropZeros({
    ...session,
    access_rights: Object.fromEntries(rights) as unknown, // fromEntries says any
    basic_auth_data: dropZeros(session.basic_auth_data),
    jwt_data: dropZeros(session.jwt_data),
    monitor: dropZeros(session.monitor),
  });
};

const dropZeros = (members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => !isZero(value)));

const isZero = (value: unknown): boolean =>
  value === 0 ||
  value === '' ||
  value === false ||
  value === null ||
  (typeof value === 'object' && Object.keys(value).length === 0);
