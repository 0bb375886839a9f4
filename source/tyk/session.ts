import {expiryInstant} from '../key/expiry.ts';
import type {Limits} from '../key/limits.ts';
import type {Access, KeyRequest} from '../key/request.ts';

export type WireSession = {
  readonly body: Readonly<Record<string, unknown>>;
  /** Unix seconds; `undefined` = never. */
  readonly expires: number | undefined;
};

/** Tyk's "none": no limit, no throttling, no quota, no end. 0 would do for some members and not for others. */
const NONE = -1;

/**
 * The whole session as Tyk wants it (tyk-facts 2.2, 2.3): partial bodies have produced keys without limits.
 * `serverNow` is the server's clock in Unix milliseconds, for an expiry counted from now on.
 */
export const wireSession = (request: KeyRequest, serverNow: number): WireSession => {
  const expires = expiryInstant(request.expiry, serverNow);
  return {
    body: {
      alias: request.alias,
      org_id: request.organisation,
      ...accessMembers(request.access),
      ...limitMembers(request.limits),
      expires: expires ?? NONE,
      is_inactive: false,
      enable_detailed_recording: request.detailedLogging,
      tags: request.tags,
      meta_data: Object.fromEntries(request.metadata.map(({name, value}) => [name, value])),
    },
    expires,
  };
};

/** Policies bring their own rights; without any, empty `access_rights` would open every API. */
const accessMembers = (access: Access) => {
  switch (access.kind) {
    case 'apis':
      return {
        access_rights: Object.fromEntries(
          access.grants.map(({api, versions}) => [
            api.id,
            {api_id: api.id, api_name: api.name, versions, allowed_urls: [], limit: null},
          ]),
        ),
        apply_policies: [],
      };
    case 'policies':
      return {access_rights: {}, apply_policies: access.policies.map(({id}) => id)};
  }
};

/** `allowance` is deprecated and read all the same; `per` is seconds, and 0 of it would switch a rate off. */
const limitMembers = ({rate, throttle, quota, queryDepth}: Limits) => ({
  allowance: rate?.requests ?? NONE,
  rate: rate?.requests ?? NONE,
  per: rate?.perSeconds ?? NONE,
  throttle_interval: throttle?.intervalSeconds ?? NONE,
  throttle_retry_limit: whole(throttle?.retries),
  max_query_depth: whole(queryDepth),
  quota_max: whole(quota?.requests),
  quota_renewal_rate: whole(quota?.renewsEverySeconds),
  quota_remaining: whole(quota?.requests),
  quota_renews: 0,
});

/** An `int64` of Tyk's refuses `1.5` as it refuses words. */
const whole = (value: number | undefined): number =>
  value === undefined ? NONE : Math.trunc(value);
