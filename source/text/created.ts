import type {CopyResult, Ending, Trial} from '../wizard/state.ts';

export const whatItIs = {
  dashboard: 'API key, the secret (Tyk: "Key ID"). It can\'t be shown again: save it now.',
  gateway: "API key, the secret that consumers send. It can't be shown again: save it now.",
} as const;
export const masked = 'Hidden. r shows it here, c sends it to your clipboard without showing it.';
export const tooSmallForKey =
  'The key needs more room than this window has. Enlarge it, or press c to copy.';

export const labels = {
  hash: 'Key hash',
  alias: 'Alias',
  expires: 'Expires',
  opens: 'Opens',
  stored: 'Stored',
  tryIt: 'Try it',
} as const;
export const hashNote = 'not the key: it opens nothing';
export const noHash = 'none: this server stores keys readably';
export const neverExpires = 'never';

export const copyWords: {readonly [result in CopyResult]: string} = {
  sentTmux: 'Sent to your terminal (tmux). Paste it once to check.',
  sentScreen: 'Sent to your terminal (through screen). Paste it once to check.',
  sentTerminal: 'Sent to your terminal. Not every terminal takes it: paste it once to check.',
  commandDone: 'Given to your clipboard command. Paste it once to check.',
  failed: 'The clipboard could not be reached. Press r and select the key with the mouse.',
  none: 'This terminal offers no clipboard. Press r and select the key with the mouse.',
};
export const pastedQuestion = 'Pasted it, and is it right? y or n';
export const pastedYes = 'You pasted it and it was right.';

export const trying = 'Calling the APIs.';
export const trialWords = ({apiName, status, shouldOpen}: Trial): string => {
  const answer = status === undefined ? 'no answer' : String(status);
  const wanted = shouldOpen ? status === 200 : status === 403;
  const meaning = shouldOpen ? 'opens it' : 'does not open it';
  return `${apiName}: ${answer}${wanted ? `, as it should be: the key ${meaning}` : ''}`;
};
export const nothingToTry = 'None of its APIs can be called with a plain key from here.';

export const leaveTitle = {
  unseen: "Nobody has this key yet. It can't be shown again.",
  sent: 'The key was sent to a clipboard; nobody said that it arrived.',
  seen: "The key was shown. It can't be shown again.",
  pasted: "You pasted the key and it was right. It can't be shown again.",
} as const;
export const leaveItems = [
  {value: 'back', label: 'Back to the key'},
  {value: 'revoke', label: 'Revoke it and leave', detail: 'deletes the key on the server'},
  {value: 'leave', label: 'Leave it alive'},
] as const;
export const leaveAlive = {
  unseen: 'nobody will know it',
  sent: 'nobody may know it',
  seen: 'as it is',
  pasted: 'as it is',
} as const;
export const revoking = 'Revoking the key.';
export const notRevoked = 'The key was not revoked and is still alive.';

type Fate = Extract<Ending, {kind: 'created'}>['fate'];
export const fates: {readonly [fate in Fate]: string} = {
  seen: 'created',
  sent: 'created; sent to a clipboard, never shown',
  neverShown: 'created; key never shown: nobody has it',
  revoked: 'created and revoked again',
};
