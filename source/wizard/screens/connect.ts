import {Secret} from '../../key/secret.ts';
import {parseServerUrl} from '../../key/server-url.ts';
import {acted} from '../acts.ts';
import type {Press} from '../acts.ts';
import {editLine, lineOf} from '../edit.ts';
import type {KeyPress, Step} from '../event.ts';
import {idleListing} from '../listing.ts';
import {neighbour} from '../neighbour.ts';
import {pop, put, startAt, step} from '../path.ts';
import type {ConnectScreen, State} from '../state.ts';

/** The word that accepts an unencrypted connection. */
const consentWord = 'http';

/** The URL has the focus while it is empty, else the credential. */
export const connectScreen = (
  url: string,
  credential: Secret,
  problem?: ConnectScreen['problem'],
): ConnectScreen => ({
  kind: 'connect',
  focus: url === '' ? 'url' : 'credential',
  url: lineOf(url),
  credential,
  consent: lineOf(''),
  busy: false,
  problem,
});

export const pressConnect = (state: State, screen: ConnectScreen, event: Press): Step => {
  if (screen.busy) {
    return event.intent === 'back'
      ? step(put(state, {...screen, busy: false}), {kind: 'stopLoading'})
      : step(state);
  }
  return acted(state, event.intent, {
    edit: () => step(put(state, {...typed(screen, event.key), problem: undefined})),
    nextRow: () =>
      step(put(state, {...screen, focus: neighbour(focusRows(state, screen), screen.focus, 1)})),
    previousRow: () =>
      step(put(state, {...screen, focus: neighbour(focusRows(state, screen), screen.focus, -1)})),
    next: () => submit(state, screen),
    back: () => step(pop(state)),
  });
};

const typed = (screen: ConnectScreen, key: KeyPress): ConnectScreen => {
  if (screen.focus !== 'credential') {
    return {...screen, [screen.focus]: editLine(screen[screen.focus], key) ?? screen[screen.focus]};
  }
  const line = editLine(lineOf(screen.credential.reveal()), key);
  return line === undefined ? screen : {...screen, credential: new Secret(line.text)};
};

/** Only a connection that needs it has the row for the consent. */
export const needsConsent = (state: State, screen: ConnectScreen): boolean => {
  const parsed = parseServerUrl(screen.url.text);
  return parsed.ok && parsed.server.inClear && !state.plainHttpAllowed;
};

const focusRows = (state: State, screen: ConnectScreen): readonly ConnectScreen['focus'][] =>
  needsConsent(state, screen) ? ['url', 'credential', 'consent'] : ['url', 'credential'];

/** Enter goes to the first row that still needs something, and connects when none does. */
const submit = (state: State, screen: ConnectScreen): Step => {
  const parsed = parseServerUrl(screen.url.text);
  if (!parsed.ok) {
    return step(
      put(state, {...screen, focus: 'url', problem: {kind: 'url', because: parsed.because}}),
    );
  }
  const credential = screen.credential.reveal().trim();
  if (credential === '') {
    const problem =
      screen.focus === 'credential' ? {kind: 'credentialMissing' as const} : undefined;
    return step(put(state, {...screen, focus: 'credential', problem}));
  }
  if (needsConsent(state, screen) && screen.consent.text.trim().toLowerCase() !== consentWord) {
    const problem = screen.focus === 'consent' ? {kind: 'consentMissing' as const} : undefined;
    return step(put(state, {...screen, focus: 'consent', problem}));
  }
  const {address} = parsed.server;
  return step(
    {
      ...put(state, {...screen, busy: true, problem: undefined}),
      address,
      credential: new Secret(credential),
      apis: idleListing(),
      policies: idleListing(),
    },
    {kind: 'connect', server: state.server, address, credential: new Secret(credential)},
  );
};

/** The first answer is here: the credential is good, the first question can be asked. */
export const connected = (state: State): State => startAt(state, {kind: 'way'});
