import type {Api} from './api.ts';
import {isNonEmpty} from './non-empty.ts';
import type {Grant} from './request.ts';

/**
 * What a key gets for an API of which nobody chose versions. A versioned one opens its default version;
 * elsewhere the names do not matter and all are sent.
 */
export const grantOf = (api: Api): Grant => {
  const {versions, defaultVersion, versioned} = api;
  if (versioned && versions.includes(defaultVersion)) return {api, versions: [defaultVersion]};
  const sent = versioned ? versions.slice(0, 1) : versions;
  return {api, versions: isNonEmpty(sent) ? sent : ['Default']};
};
