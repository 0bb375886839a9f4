import {versions, type Version} from '../versions.ts';
import {absent, type Difference} from './compare.ts';
import type {QuestionName} from './questions.ts';

/**
 * Answers in which the practice server, which answers as 5.14 does, and the older real gateways differ. Any
 * other difference is a fault of the practice server, and so is one of these that is not there any more.
 */
export type Row = {
  readonly questions: readonly QuestionName[];
  readonly versions: readonly Version[];
  readonly differences: readonly Difference[];
  /** Where the newer answer is known from: a part of gateway.md, or the source of 5.x. */
  readonly newer: string;
};

const at = (path: string, practice: unknown, real: unknown): Difference => ({
  at: path,
  practice,
  real,
});

const refusedByPractice = (status: number, message: string): readonly Difference[] => [
  at('status', status, 200),
  at('$.status', 'error', 'ok'),
  at('$.message', message, absent),
  at('$.action', absent, 'added'),
  at('$.key', absent, '(key)'),
  at('$.key_hash', absent, '(hash)'),
];

const refusedByReal = (status: number, message: string): readonly Difference[] =>
  refusedByPractice(status, message).map(({at: path, practice, real}) => at(path, real, practice));

const notJson = (status: number, text: string): readonly Difference[] => [
  at('status', 200, status),
  at('type', 'application/json', 'text/plain'),
  at('text', '(JSON)', text),
];

const failed = (reason: string): string => `Failed to create key - ${reason}`;
const noDetail = 'Failed to create key, ensure security settings are correct.';
const noRights = 'Failed to create key, keys must have at least one Access Rights record set.';
const noValid = failed('key has no valid policies to be applied');

const namedIn = (api: string, name: string): readonly Difference[] => [
  at(`$.access_rights.${api}.api_id`, absent, api),
  at(`$.access_rights.${api}.api_name`, absent, name),
];
const ordersNamed = namedIn('orders', 'Orders API #orders #internal team');
const paymentsNamed = namedIn('payments', 'Payments API #orders');

const keys: readonly QuestionName[] = [
  'a key',
  'a key with everything',
  'a key of one API’s limits',
  'a key with URLs',
  'a key of an expiry that is past',
];

const keysOfPoliciesForOrders: readonly QuestionName[] = [
  'a key of a policy',
  'a key of a policy that expires',
  'a key of an inactive policy',
  'a key of two policies',
  'a key of a policy and its own tags',
];

const keysOfPolicies: readonly QuestionName[] = [
  ...keysOfPoliciesForOrders,
  'a key of a policy with two APIs',
  'a key of a policy with access alone',
  'a key of a policy with limits for each API',
  'a key of a policy for an API that is not there',
];

export const differences: readonly Row[] = [
  // Who and where
  {
    questions: ['hello'],
    versions,
    // For the first 10 s of a gateway of any version; the practice server has worked for ever.
    differences: [
      at(
        '$.details',
        {redis: {status: 'pass', componentType: 'datastore', time: '(date)'}},
        absent,
      ),
    ],
    newer: 'gateway.md D, "Redis gone"; tyk-facts 5.4',
  },
  {
    questions: ['hello'],
    versions: ['v4.0.3'],
    differences: [at('$.version', 'v5.14.0', 'v4.0.3')],
    newer: 'gateway.md C.6',
  },
  {
    questions: ['hello'],
    versions: ['v4.1-dev'],
    differences: [at('$.version', 'v5.14.0', 'v4.1.0')],
    newer: 'gateway.md C.6',
  },
  {
    questions: ['ready'],
    versions,
    differences: notJson(404, 'Not Found'),
    newer: 'gateway.md B 5.4',
  },
  {
    questions: ['a policy', 'a policy with limits for each API'],
    versions: ['v4.0.3'],
    differences: notJson(404, '404 page not found'),
    newer: 'gateway.md B 4',
  },

  // What is accepted
  {
    questions: ['keys for an unknown API'],
    versions,
    differences: refusedByReal(500, noDetail),
    newer: 'gateway.md B 2.8',
  },
  {
    questions: ['create with an unknown policy'],
    versions,
    differences: [
      at('status', 500, 400),
      at('$.message', failed('policy not found: "nobody"'), noRights),
    ],
    newer: 'gateway.md B 2.8',
  },
  {
    questions: ['create with one known policy of two'],
    versions,
    differences: refusedByReal(400, noRights),
    newer: 'gateway.md B 2.9',
  },
  {
    questions: ['create with a policy of another organisation'],
    versions,
    differences: [
      at(
        '$.message',
        failed('policy not found: "foreign"'),
        failed('attempting to apply policy from different organisation to key, skipping'),
      ),
    ],
    newer: 'gateway.md B 2.9',
  },
  {
    questions: ['create with a policy without access'],
    versions,
    differences: [at('status', 500, 400), at('$.message', noValid, noRights)],
    newer: 'gateway.md B 2.9 and D',
  },
  {
    questions: ['create with a quota policy and rights'],
    versions,
    differences: refusedByPractice(500, noValid),
    newer: 'gateway.md B 2.9 and D',
  },
  {
    questions: ['create with a policy that clashes with itself'],
    versions,
    differences: [
      at('status', 500, 400),
      at(
        '$.message',
        failed('cannot apply policy per-api-and-quota which has per_api and any of partitions set'),
        noRights,
      ),
    ],
    newer: 'gateway.md B 2.9',
  },
  {
    questions: ['create with policies that clash'],
    versions,
    differences: refusedByPractice(
      500,
      failed('cannot apply multiple policies when some have per_api set and some are partitioned'),
    ),
    newer: 'gateway.md B 2.9 and D',
  },
  {
    questions: ['a short id'],
    versions,
    differences: refusedByPractice(
      400,
      'custom key ID length 2 is less than min_token_length (3); the key would be unreachable at auth time. Use an ID of at least min_token_length characters, or lower min_token_length in the gateway configuration.',
    ),
    newer: 'gateway.md D',
  },

  // What is stored
  {
    questions: [...keys, ...keysOfPolicies],
    versions: ['v4.1-dev'],
    differences: [at('$.key_id', absent, '(key)')],
    newer: 'gateway.md B 6.1 and D',
  },
  {
    questions: ['a key by its hash'],
    versions: ['v4.1-dev'],
    differences: [at('$.key_id', absent, '(hash)')],
    newer: 'gateway.md B 6.1 and D',
  },
  {
    questions: [...keysOfPoliciesForOrders, 'a key of a policy with access alone'],
    versions,
    differences: ordersNamed,
    newer: 'gateway.md B 2.3 and D',
  },
  {
    questions: ['a key of a policy with two APIs', 'a key of a policy with limits for each API'],
    versions,
    differences: [...ordersNamed, ...paymentsNamed],
    newer: 'gateway.md B 2.3 and D',
  },
  {
    questions: ['a key of a policy for an API that is not there'],
    versions,
    differences: namedIn('nowhere', 'Nowhere'),
    newer: 'gateway.md B 2.3 and D',
  },
  {
    // What a policy governs is cleared first, where the older ones leave what was sent.
    questions: keysOfPolicies.filter(name => name !== 'a key of a policy with access alone'),
    versions,
    differences: [
      at('$.quota_remaining', absent, -1),
      at('$.throttle_interval', absent, -1),
      at('$.throttle_retry_limit', absent, -1),
    ],
    newer: 'the source of 5.x; gateway.md B 2.3',
  },
  {
    questions: ['a key of a policy with two APIs'],
    versions,
    differences: [at('$.rate', 100, 1000), at('$.quota_max', 5000, -1)],
    newer: 'the source of 5.x',
  },
  {
    questions: ['a key of a policy with limits for each API'],
    versions,
    differences: [
      at('$.rate', absent, 1000),
      at('$.per', absent, 60),
      at('$.quota_max', absent, -1),
      at('$.max_query_depth', absent, -1),
    ],
    newer: 'the source of 5.x',
  },
  {
    questions: ['a key of two policies'],
    versions: ['v4.1-dev'],
    differences: [at('$.access_rights.orders.versions', ['Default'], ['Default', 'Default'])],
    newer: 'the source of 5.x, and 4.0.3',
  },
  {
    questions: ['replace'],
    versions,
    differences: [at('$.key_hash', '(hash)', absent)],
    newer: 'gateway.md D',
  },

  // What a caller is told
  {
    questions: ['a call over the rate', 'a call with one API’s rate'],
    versions,
    differences: [at('$.error', 'Rate Limit Exceeded', 'Rate limit exceeded')],
    newer: 'gateway.md B 2.4',
  },
  {
    questions: ['a call with a bare key for JWT'],
    versions: ['v4.1-dev'],
    differences: [
      at('$.error', 'Key not authorized', 'Key not authorized:Unexpected signing method.'),
    ],
    newer: 'gateway.md B 2.3, "Not verified"',
  },
];

/** Members of definitions that are newer than 4.1. */
const newerThan41 = [
  'analytics_plugin',
  'certificate_pinning_disabled',
  'config_data_disabled',
  'custom_middleware_bundle_disabled',
  'custom_plugin_auth_enabled',
  'detailed_tracing',
  'domain_disabled',
  'enable_coprocess_auth_cache',
  'expiration',
  'external_oauth',
  'id',
  'idp_client_id_mapping_disabled',
  'ip_access_control_disabled',
  'is_oas',
  'session_lifetime_respects_key_expiration',
  'tags_disabled',
  'upstream_auth',
  'upstream_certificates_disabled',
  'webhooks',
];

/** What the practice server's definitions have and those of a version have not. */
export const newerMembers: Readonly<Record<Version, readonly string[]>> = {
  'v4.0.3': [...newerThan41, 'scopes'],
  'v4.1-dev': newerThan41,
};
