import type {Api} from '../../source/key/api.ts';
import type {CreatedKey} from '../../source/key/backend.ts';
import type {Policy} from '../../source/key/policy.ts';
import {Secret} from '../../source/key/secret.ts';

/** An API as a server lists it; the id comes from the name where none is given. */
export const api = (some: Partial<Api> & {readonly name: string}): Api => ({
  id: some.name.toLowerCase().replaceAll(' ', '-'),
  organisation: 'org-1',
  listenPath: `/${some.name.toLowerCase()}/`,
  authTypes: ['authToken'],
  sessionFrom: undefined,
  certificateBound: false,
  keyPlace: {in: 'header', name: 'Authorization'},
  categories: [],
  definition: 'classic',
  active: true,
  internal: false,
  graphql: false,
  versions: ['Default'],
  versioned: false,
  defaultVersion: '',
  sisters: [],
  sessionLifetime: 0,
  ignoresRateLimit: false,
  ignoresQuota: false,
  ...some,
});

export const policy = (some: Partial<Policy> & {readonly name: string}): Policy => ({
  id: `policy-${some.name.toLowerCase().replaceAll(' ', '-')}`,
  organisation: 'org-1',
  state: 'active',
  grants: [{apiId: 'payments', apiName: 'Payments', versions: ['Default']}],
  authTypes: [],
  governs: {acl: true, rateLimit: true, quota: true, complexity: true, perApi: false},
  partitioned: isPartial(some.governs),
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
  ...some,
});

const isPartial = (governs: Policy['governs'] | undefined): boolean =>
  governs !== undefined &&
  !governs.perApi &&
  !(governs.acl && governs.rateLimit && governs.quota && governs.complexity);

/** A small Dashboard with something of everything. */
export const estate: readonly Api[] = [
  api({name: 'Payments', categories: ['Orders', 'internal']}),
  api({name: 'Payroll', categories: ['hr']}),
  api({name: 'Orders', categories: ['orders']}),
  api({
    name: 'Invoices',
    versioned: true,
    versions: ['v1', 'v2', 'v3'],
    defaultVersion: 'v2',
    categories: ['orders'],
  }),
  api({name: 'Accounts', authTypes: ['jwt'], categories: ['hr']}),
  api({name: 'Books', authTypes: ['basic']}),
  api({name: 'Hotels', authTypes: ['authToken', 'jwt'], sessionFrom: 'authToken'}),
  api({name: 'Weather', authTypes: ['keyless']}),
  api({
    name: 'Stock',
    definition: 'oas',
    sisters: [{name: 'v2', apiId: 'stock-v2'}],
  }),
  api({name: 'Abroad', organisation: 'org-2'}),
];

/** The API of that name, which has to be there. */
export const named = (name: string, apis: readonly Api[] = estate): Api => {
  const found = apis.find(one => one.name === name);
  if (found === undefined) throw new Error(`no API is called ${name}`);
  return found;
};

export const keyText = `org1${'k3yT3xt'.repeat(16)}abcd`;

export const createdKey = (some: Partial<CreatedKey> = {}): CreatedKey => ({
  secret: new Secret(keyText),
  hash: 'a7c1f0e2',
  stored: {},
  sentExpires: 1_796_652_000,
  ...some,
});
