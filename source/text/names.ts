import type {Api, AuthType} from '../key/api.ts';
import type {PolicyGrant, PolicyState} from '../key/policy.ts';
import type {Grant} from '../key/request.ts';

export const serverNames = {dashboard: 'Dashboard', gateway: 'Gateway'} as const;

/** Tyk's own labels, as its Dashboard shows them. */
export const authTypeNames: {readonly [type in AuthType]: string} = {
  keyless: 'Open (keyless)',
  authToken: 'Auth Token',
  basic: 'Basic Auth',
  hmac: 'HMAC',
  jwt: 'JSON Web Token',
  oauth: 'OAuth 2.0',
  oidc: 'OpenID Connect',
  mutualTls: 'Mutual TLS',
  externalOauth: 'External OAuth',
  custom: 'Custom (plugin)',
};

/** For columns where the label would be cut. */
export const shortAuthTypeNames: {readonly [type in AuthType]: string} = {
  ...authTypeNames,
  keyless: 'Open',
  basic: 'Basic',
  jwt: 'JWT',
  oauth: 'OAuth',
  oidc: 'OpenID',
  externalOauth: 'Ext. OAuth',
  custom: 'Custom',
};

/** Beside the authentication types of an API whose keys are bound to a client certificate. */
export const boundToCertificate = 'cert.';

export const uncategorised = 'Uncategorised';

export const policyStateNames: {readonly [state in PolicyState]: string} = {
  active: 'Active',
  denied: 'Access denied',
  draft: 'Draft',
};

/** What a person has to know about an API before giving a key for it. */
export const apiMarks = (api: Api): readonly string[] => [
  ...(api.active ? [] : ['inactive']),
  ...(api.internal ? ['internal'] : []),
  ...(api.graphql ? ['GraphQL'] : []),
  ...(api.versioned ? [api.versions.join(' ')] : []),
  ...(api.sisters.length > 0 ? [`+${api.sisters.length} versions`] : []),
];

/** `Payments v1 v2`: versions only where a choice was possible, ends of the id only where the name is not enough. */
export const grantName = ({api, versions}: Grant, hasTwin: boolean): string =>
  [
    api.name,
    ...(api.versioned ? [versions.join(' ')] : []),
    ...(hasTwin ? [`(${shortId(api.id)})`] : []),
  ].join(' ');

/** The two ends of an id: enough to tell two of the same name apart. */
export const shortId = (id: string): string =>
  id.length <= 12 ? id : `${id.slice(0, 4)}…${id.slice(-4)}`;

/** An API of a policy: by its name where the policy has it. */
export const policyGrantName = ({
  apiId,
  apiName,
}: Pick<PolicyGrant, 'apiId' | 'apiName'>): string => (apiName === '' ? apiId : apiName);
