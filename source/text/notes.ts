import type {PairRefusal, PoliciesRefusal} from '../key/policies-refusal.ts';
import type {PolicyRefusal} from '../key/policy-refusal.ts';
import type {Note} from '../wizard/note.ts';

type Refused = Extract<Note, {kind: 'refused'}>['because'];

/** One sentence why a plain key can't be given for an API. */
const refusals: {readonly [because in Refused]: string} = {
  basic: 'it asks for user and password: a plain key there would be a user with an empty password',
  hmac: 'it checks signatures: its keys need an HMAC secret',
  jwt: 'it takes JSON Web Tokens, not a plain key',
  oauth: 'its sessions come from an OAuth 2.0 client',
  oidc: 'its sessions come from an OpenID provider',
  mutualTls: 'it takes client certificates, not a plain key',
  certificateBound: 'its keys are bound to a client certificate',
  externalOauth: 'its sessions come from an external OAuth provider',
  custom: 'a plugin decides what opens it',
};

const policyRefusals: {readonly [because in PolicyRefusal]: string} = {
  denied: 'its state is "Access denied": keys of it are refused at the gateway',
  draft: 'it is a draft: no keys should be made from it yet',
  grantsNothing: 'it grants no API, so its key would open nothing',
  needsOther: 'it sets limits but grants no access: it needs another policy beside it',
  perApiPartitioned: 'it has limits per API and parts at once, which gateways refuse',
  stillLoading: 'its APIs are still on their way; wait for the list to be complete',
  unknownApi: 'it names an API that this server does not list',
  apiNeedsMore: 'one of its APIs is not opened by a plain key',
  mixesOrganisations: 'one of its APIs belongs to another organisation',
};

export const policyRefusalWords = (because: PolicyRefusal): string => policyRefusals[because];

export const policiesRefusalWords = (refusal: PoliciesRefusal): string => {
  switch (refusal.kind) {
    case 'one':
      return `${refusal.policy.name} can't make a key: ${policyRefusals[refusal.because]}.`;
    case 'pair':
      return pairRefusals[refusal.because](refusal.policy.name, refusal.other.name);
    case 'noAccess':
      return 'The marked policies only set limits: mark another one that grants access.';
  }
};

const pairRefusals: {
  readonly [because in PairRefusal]: (name: string, other: string) => string;
} = {
  mixesPerApi: (name, other) =>
    `${name} can't stand beside ${other}: limits per API and partial ones don't mix.`,
  mixesOrganisations: (name, other) =>
    `${name} belongs to another organisation than ${other}. One key can't have both.`,
};

export type Tone = 'bad' | 'warn' | 'good' | 'muted';

/** The problem line. */
export const noteWords = (note: Note): {readonly tone: Tone; readonly says: string} => {
  switch (note.kind) {
    case 'refused':
      return {tone: 'bad', says: `${note.name}: ${refusals[note.because]}.`};
    case 'noEffect':
      return {tone: 'warn', says: `${note.name} is open to everybody: the key does nothing there.`};
    case 'otherOrganisation':
      return {
        tone: 'bad',
        says: `Marked already: ${note.name}, of another organisation. One key can't have both.`,
      };
    case 'opensOnlyBase':
      return {
        tone: 'warn',
        says: `Opens only this version. ${note.versions.join(', ')} are APIs of their own: mark them too.`,
      };
    case 'nothingChosen':
      return {
        tone: 'bad',
        says: 'Choose at least one API or a policy: a key without any would open every API.',
      };
    case 'nothingHere':
      return {tone: 'warn', says: 'There is nothing under the cursor.'};
    case 'notVersioned':
      return {tone: 'muted', says: 'This API has no versions to choose from.'};
    case 'versionNeeded':
      return {tone: 'bad', says: 'Mark at least one version: a key without any opens none.'};
    case 'policiesRefused':
      return {tone: 'bad', says: policiesRefusalWords(note.refusal)};
    case 'expiryByPolicy':
      return {
        tone: 'muted',
        says: 'The policy says when its keys end; what is chosen here would be overwritten.',
      };
    case 'idSent':
      return {tone: 'good', says: `Sent to your terminal: ${note.id}`};
    case 'idNotSent':
      return {tone: 'warn', says: 'This terminal offers no clipboard. The id is below the list.'};
    case 'pressAgain':
      return {
        tone: 'warn',
        says: 'Pressed before this could be read, so nothing was done. Press it again.',
      };
  }
};
