import {describe, expect, it} from 'vitest';
import type {Api, AuthType} from '../../source/key/api.ts';
import {plainKey} from '../../source/key/plain-key.ts';
import {api} from '../helpers/estate.ts';

const apiWith = (some: Partial<Api>): Api => api({name: 'Payments', ...some});

const said = (some: Partial<Api>): string => {
  const answer = plainKey(apiWith(some));
  return answer.kind === 'refused' ? answer.because : answer.kind;
};

describe('a plain key', () => {
  const single: readonly (readonly [AuthType, string])[] = [
    ['authToken', 'opens'],
    ['keyless', 'noEffect'],
    ['basic', 'basic'],
    ['hmac', 'hmac'],
    ['jwt', 'jwt'],
    ['oauth', 'oauth'],
    ['oidc', 'oidc'],
    ['mutualTls', 'mutualTls'],
    ['externalOauth', 'externalOauth'],
    ['custom', 'custom'],
  ];
  it.each(single)('at an API of %s: %s', (type, expected) => {
    expect(said({authTypes: [type]})).toBe(expected);
    expect(said({authTypes: [type], sessionFrom: type})).toBe(expected);
  });

  const several: readonly (readonly [string, readonly AuthType[], AuthType | undefined, string])[] =
    [
      ['opens where the session is the token’s', ['authToken', 'jwt'], 'authToken', 'opens'],
      ['in any order', ['basic', 'hmac', 'authToken'], 'authToken', 'opens'],
      ['not where it is the other’s', ['authToken', 'jwt'], 'jwt', 'jwt'],
      ['not where nobody says whose', ['authToken', 'mutualTls'], undefined, 'mutualTls'],
      ['names the first that is no token', ['authToken', 'oidc', 'basic'], 'basic', 'oidc'],
      ['not by a token the API does not ask for', ['basic', 'jwt'], 'authToken', 'basic'],
      ['keyless ends the question', ['jwt', 'keyless'], 'jwt', 'noEffect'],
    ];
  it.each(several)('several types: %s', (_fact, authTypes, sessionFrom, expected) => {
    expect(said({authTypes, sessionFrom})).toBe(expected);
  });

  it.each([
    ['alone', {authTypes: ['authToken']}, 'certificateBound'],
    [
      'among several',
      {authTypes: ['authToken', 'jwt'], sessionFrom: 'authToken'},
      'certificateBound',
    ],
    ['that matters less than another type', {authTypes: ['authToken', 'jwt']}, 'jwt'],
    ['at a keyless API', {authTypes: ['keyless']}, 'noEffect'],
  ] as const)('a token bound to a certificate, %s', (_fact, some, expected) => {
    expect(said({...some, certificateBound: true})).toBe(expected);
  });

  it('opens an API whose flags are all off, as the gateway does', () => {
    expect(said({authTypes: []})).toBe('opens');
  });
});
