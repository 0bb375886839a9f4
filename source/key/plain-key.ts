import type {Api, AuthType} from './api.ts';

/** What a plain key (no user data, no secret of its own, no certificate) can't serve. */
export type PlainKeyRefusal = Exclude<AuthType, 'keyless' | 'authToken'> | 'certificateBound';

export type PlainKey =
  | {readonly kind: 'opens'}
  /** The API asks nobody who is calling. */
  | {readonly kind: 'noEffect'}
  | {readonly kind: 'refused'; readonly because: PlainKeyRefusal};

/**
 * What a plain key does at an API (tyk-facts 1.3). With several authentication types it opens only where
 * the session comes from the auth token; where nobody said whose session counts, we do not guess.
 * Elsewhere a plain key is worse than useless: on basic auth it would be a user with an empty password.
 */
export const plainKey = (api: Api): PlainKey => {
  if (api.authTypes.includes('keyless')) return {kind: 'noEffect'};
  const other = api.authTypes.find(needsMore);
  const asksToken = other === undefined || api.authTypes.includes('authToken');
  if (other !== undefined && !(asksToken && api.sessionFrom === 'authToken')) {
    return {kind: 'refused', because: other};
  }
  return api.certificateBound ? {kind: 'refused', because: 'certificateBound'} : {kind: 'opens'};
};

const needsMore = (type: AuthType): type is Exclude<AuthType, 'keyless' | 'authToken'> =>
  type !== 'keyless' && type !== 'authToken';
