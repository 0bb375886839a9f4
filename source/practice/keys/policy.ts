import {anything, flag, float, integer, list, map, type Reads, struct, text} from '../reader.ts';
import {accessRightsReader} from './session.ts';

/** A policy as both servers keep it (tyk-facts part 4); the Dashboard's extra members are skipped. */
export const policyReader = struct({
  _id: text,
  id: text,
  name: text,
  org_id: text,
  rate: float,
  per: float,
  quota_max: integer,
  quota_renewal_rate: integer,
  throttle_interval: float,
  throttle_retry_limit: integer,
  max_query_depth: integer,
  access_rights: accessRightsReader,
  active: flag,
  is_inactive: flag,
  partitions: struct({
    quota: flag,
    rate_limit: flag,
    complexity: flag,
    acl: flag,
    per_api: flag,
  }),
  /** Seconds after creation at which keys of this policy end; 0 = says nothing about it. */
  key_expires_in: integer,
  tags: list(text),
  meta_data: map(anything),
});
export type PracticePolicy = Reads<typeof policyReader>;

/** `id`, or `_id` where `id` is empty. */
export const idOf = (policy: PracticePolicy): string => policy.id || policy._id;

export const isPartitioned = ({partitions}: PracticePolicy): boolean =>
  partitions.quota || partitions.rate_limit || partitions.complexity || partitions.acl;

/** All partitions off means that the policy governs everything. */
export const governs =
  (part: 'acl' | 'quota' | 'rate_limit' | 'complexity') =>
  (policy: PracticePolicy): boolean =>
    policy.partitions[part] || !isPartitioned(policy);
