import type {Api} from '../../key/api.ts';
import {authTypesOf, certificateBoundOf, keyPlaceOf, sessionFromOf} from './auth.ts';
import {namingOf} from './name.ts';
import {fieldsOf, identifierOf, numberOf, textOf, type Fields} from './shape.ts';
import {versionsOf} from './versions.ts';

/** One item of the Dashboard's list; `undefined` = not an API that a key could name. */
export const readListedApi = (item: unknown): Api | undefined => {
  const {api_definition, categories} = fieldsOf(item);
  return readDefinition(fieldsOf(api_definition), categories);
};

/** One element of the Gateway's list: the definition itself. */
export const readBareApi = (item: unknown): Api | undefined => readDefinition(fieldsOf(item), []);

/** Any member but `api_id` may be `null` or missing: old definitions lack newer ones altogether. */
const readDefinition = (definition: Fields, itemCategories: unknown): Api | undefined => {
  const id = identifierOf(definition.api_id);
  if (id === undefined) return undefined;
  const listenPath = textOf(fieldsOf(definition.proxy).listen_path);
  const authTypes = authTypesOf(definition);
  return {
    id,
    ...namingOf(definition, itemCategories, listenPath || id),
    organisation: identifierOf(definition.org_id) ?? '',
    listenPath,
    authTypes,
    sessionFrom: sessionFromOf(definition, authTypes),
    certificateBound: certificateBoundOf(definition, authTypes),
    keyPlace: keyPlaceOf(definition),
    definition: definition.is_oas === true ? 'oas' : 'classic',
    active: definition.active !== false,
    internal: definition.internal === true,
    graphql: fieldsOf(definition.graphql).enabled === true,
    ...versionsOf(definition, id),
    sessionLifetime: numberOf(definition.session_lifetime),
    ignoresRateLimit: definition.disable_rate_limit === true,
    ignoresQuota: definition.disable_quota === true,
  };
};
