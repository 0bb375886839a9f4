import type {AuthType, KeyPlace} from '../../key/api.ts';
import {isNonEmpty} from '../../key/non-empty.ts';
import {fieldsOf, isFields, rawText, textOf, type Fields} from './shape.ts';

/** One flag each; never `auth_configs`, which a Dashboard fills whatever is enabled (tyk-facts 1.3). */
const flags: readonly (readonly [flag: string, type: AuthType])[] = [
  ['use_standard_auth', 'authToken'],
  ['use_basic_auth', 'basic'],
  ['enable_jwt', 'jwt'],
  ['enable_signature_checking', 'hmac'],
  ['use_oauth2', 'oauth'],
  ['use_openid', 'oidc'],
  ['use_mutual_tls_auth', 'mutualTls'],
  ['enable_coprocess_auth', 'custom'],
  ['use_go_plugin_auth', 'custom'],
  ['custom_plugin_auth_enabled', 'custom'],
];

/** Holds for Classic definitions and for OAS ones, which both servers translate to the same flags. */
export const authTypesOf = (definition: Fields): readonly AuthType[] => {
  if (definition.use_keyless === true) return ['keyless'];
  const types = new Set(
    flags.filter(([flag]) => definition[flag] === true).map(([, type]) => type),
  );
  if (fieldsOf(definition.external_oauth).enabled === true) types.add('externalOauth');
  const list = [...types];
  return isNonEmpty(list) ? list : ['authToken'];
};

const sessionSources: Readonly<Record<string, AuthType>> = {
  auth_token: 'authToken',
  hmac_key: 'hmac',
  basic_auth_user: 'basic',
  jwt_claim: 'jwt',
  oidc_user: 'oidc',
  oauth_key: 'oauth',
  custom_auth: 'custom',
};

/** Only with several types is there a question which one's session counts. */
export const sessionFromOf = (
  definition: Fields,
  types: readonly AuthType[],
): AuthType | undefined => {
  const source = rawText(definition.base_identity_provided_by);
  return types.length > 1 && Object.hasOwn(sessionSources, source)
    ? sessionSources[source]
    : undefined;
};

/** Old definitions have one `auth` in place of `auth_configs.authToken`; where both stand, the newer counts. */
const tokenConfig = (definition: Fields): Fields => {
  const config = fieldsOf(definition.auth_configs).authToken;
  return fieldsOf(isFields(config) ? config : definition.auth);
};

export const certificateBoundOf = (definition: Fields, types: readonly AuthType[]): boolean =>
  types.includes('authToken') && tokenConfig(definition).use_certificate === true;

/** The header, unless it is switched off in favour of a query parameter or a cookie. */
export const keyPlaceOf = (definition: Fields): KeyPlace => {
  const config = tokenConfig(definition);
  const header = textOf(config.auth_header_name) || 'Authorization';
  if (config.disable_header === true && config.use_param === true)
    return {in: 'query', name: textOf(config.param_name) || header};
  if (config.disable_header === true && config.use_cookie === true)
    return {in: 'cookie', name: textOf(config.cookie_name) || header};
  return {in: 'header', name: header};
};

/** Words of policies (tyk-facts 1.3 and 4); what they do not say is not guessed. */
const policyWords: Readonly<Record<string, AuthType>> = {
  keyless: 'keyless',
  authtoken: 'authToken',
  ba: 'basic',
  basic: 'basic',
  hmac: 'hmac',
  jwt: 'jwt',
  oauth: 'oauth',
  oidc: 'oidc',
  mutualtls: 'mutualTls',
  externaloauth: 'externalOauth',
  custom: 'custom',
  coprocess: 'custom',
};

export const authTypeOfWord = (word: string): AuthType | undefined => {
  const key = word.toLowerCase();
  return Object.hasOwn(policyWords, key) ? policyWords[key] : undefined;
};
