import type {Api} from '../../../source/key/api.ts';
import type {Policy} from '../../../source/key/policy.ts';
import {defaultLimits} from '../../../source/key/limits.ts';
import type {KeyRequest} from '../../../source/key/request.ts';
import {api as apiNamed} from '../../helpers/estate.ts';

/** The API of tyk-facts 2.2. */
export const api = (changes: Partial<Api> = {}): Api =>
  apiNamed({
    name: 'Basic Protected API',
    id: 'accbdd1b89e84ec97f4f16d4e3197d5c',
    organisation: '5e9d9544a1dcd60001d0ed20',
    listenPath: '/basic-protected-api/',
    ...changes,
  });

export const policy = (changes: Partial<Policy> = {}): Policy => ({
  id: '5ea11155f4f8460001a9389e',
  name: 'Gold',
  organisation: '5e9d9544a1dcd60001d0ed20',
  state: 'active',
  grants: [],
  authTypes: [],
  governs: {acl: true, rateLimit: true, quota: true, complexity: true, perApi: false},
  partitioned: false,
  rate: 100,
  per: 60,
  throttleInterval: -1,
  throttleRetries: -1,
  quotaMax: -1,
  quotaRenewalRate: -1,
  queryDepth: -1,
  keyExpiresIn: 0,
  tags: [],
  metadataNames: [],
  ...changes,
});

/** The wish behind the example body of tyk-facts 2.2. */
export const wish = (changes: Partial<KeyRequest> = {}): KeyRequest => ({
  access: {kind: 'apis', grants: [{api: api(), versions: ['Default']}]},
  organisation: '5e9d9544a1dcd60001d0ed20',
  alias: 'orders team',
  detailedLogging: false,
  expiry: {kind: 'at', unixSeconds: 1793404800},
  tags: ['team-orders'],
  metadata: [{name: 'owner', value: 'orders'}],
  limits: defaultLimits,
  ...changes,
});
