import type {Told} from '../asking.ts';
import {session} from '../session.ts';
import {control, elementOf, about, type Asking} from './asking.ts';

/* What 5.14 answered, from gateway.md: the practice server is held against it where no old gateway can be asked. */

export type Recorded = {
  readonly question: string;
  readonly ask: Asking;
  readonly answer: Pick<Told, 'status' | 'type' | 'json'>;
  /** Members that the record leaves out, for it was made with other texts or shortened. */
  readonly leftOut?: readonly string[];
  /** The part of gateway.md. */
  readonly from: string;
};

const json = (status: number, value: unknown): Recorded['answer'] => ({
  status,
  type: 'application/json',
  json: value,
});

const says = (status: number, message: string): Recorded['answer'] =>
  json(status, {status: 'error', message});

const create = (...policies: readonly string[]): Asking =>
  control('POST', '/tyk/keys/create', session([], {apply_policies: policies}));

const noPartition = {
  quota: false,
  rate_limit: false,
  complexity: false,
  acl: false,
  per_api: false,
};

export const recorded: readonly Recorded[] = [
  {
    question: 'a key',
    ask: about(session(['orders'], {expires: 2_000_000_000}), 'GET', ({key}) => `/tyk/keys/${key}`),
    answer: json(200, {
      allowance: 1000,
      rate: 1000,
      per: 60,
      throttle_interval: -1,
      throttle_retry_limit: -1,
      max_query_depth: -1,
      date_created: '2026-11-23T03:56:21.939033244Z',
      expires: 2_000_000_000,
      quota_max: -1,
      quota_renews: 1_795_406_180,
      quota_remaining: -1,
      quota_renewal_rate: -1,
      access_rights: {orders: {api_name: 'orders', api_id: 'orders', versions: ['Default']}},
      org_id: 'default',
      alias: 'orders team',
      last_updated: '1795406181',
    }),
    from: 'D',
  },
  {
    question: 'a key of a policy',
    ask: about(session([], {apply_policies: ['tagged']}), 'GET', ({key}) => `/tyk/keys/${key}`),
    answer: json(200, {
      rate: 100,
      per: 60,
      quota_max: 5000,
      quota_renewal_rate: 3600,
      access_rights: {
        orders: {
          versions: ['Default'],
          limit: {
            rate: 100,
            per: 60,
            max_query_depth: -1,
            quota_max: 5000,
            quota_remaining: 5000,
            quota_renewal_rate: 3600,
          },
        },
      },
      apply_policies: ['tagged'],
      alias: 'orders team',
    }),
    leftOut: [
      'allowance',
      'date_created',
      'expires',
      'last_updated',
      'max_query_depth',
      'meta_data',
      'org_id',
      'tags',
    ],
    from: 'D',
  },
  {
    question: 'a policy',
    ask: elementOf('/tyk/policies', 'id', 'tagged'),
    answer: json(200, {
      id: 'tagged',
      name: 'Policy tagged',
      org_id: 'default',
      rate: 100,
      per: 60,
      quota_max: 5000,
      quota_renewal_rate: 3600,
      throttle_interval: -1,
      throttle_retry_limit: -1,
      max_query_depth: -1,
      access_rights: {
        orders: {
          api_name: 'Orders API #orders #internal team',
          api_id: 'orders',
          versions: ['Default'],
        },
      },
      active: true,
      is_inactive: false,
      tags: ['gold', 'shared'],
      key_expires_in: 0,
      partitions: noPartition,
      meta_data: {owner: 'policy', tier: 'gold'},
    }),
    from: 'D; the zeros that it has besides are not compared',
  },
  {
    question: 'policies that clash',
    ask: create('per-api', 'acl-only'),
    answer: says(
      500,
      'Failed to create key - cannot apply multiple policies when some have per_api set and some are partitioned',
    ),
    from: 'D',
  },
  {
    question: 'a policy without access',
    ask: create('rate-only'),
    answer: says(500, 'Failed to create key - key has no valid policies to be applied'),
    from: 'D',
  },
  {
    question: 'an unknown policy',
    ask: create('nopolicy'),
    answer: says(500, 'Failed to create key - policy not found: "nopolicy"'),
    from: 'B 2.8',
  },
  {
    question: 'a policy of another organisation',
    ask: create('foreign'),
    answer: says(500, 'Failed to create key - policy not found: "foreign"'),
    from: 'B 2.9',
  },
  {
    question: 'a short id',
    ask: control('POST', '/tyk/keys/ab', session(['orders'])),
    answer: says(
      400,
      'custom key ID length 2 is less than min_token_length (3); the key would be unreachable at auth time. Use an ID of at least min_token_length characters, or lower min_token_length in the gateway configuration.',
    ),
    from: 'D',
  },
  {
    question: 'replacing a key',
    ask: about(session(['orders']), 'PUT', ({key}) => `/tyk/keys/${key}`, session(['orders'])),
    answer: json(200, {
      key: 'eyJvcmciOiJkZWZhdWx0IiwiaWQiOiIwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZiIsImgiOiJtdXJtdXI2NCJ9',
      status: 'ok',
      action: 'modified',
      key_hash: '0123456789abcdef',
    }),
    from: 'D',
  },
];
