import {describe, expect, it} from 'vitest';
import {Secret} from '../../source/key/secret.ts';
import type {Problem} from '../../source/key/problem.ts';
import {estate} from '../helpers/estate.ts';
import {credentialText, Walk} from '../helpers/wizard.ts';

const asking = (): Walk => new Walk({address: '', credential: new Secret('')});
const notAuthorised: Problem = {kind: 'notAuthorised', status: 401, message: 'Not authorised'};
const unreachable: Problem = {kind: 'unreachable', reason: 'refused', detail: 'ECONNREFUSED'};
const forbidden: Problem = {kind: 'forbidden', status: 403, message: 'access denied'};

const filled = (url = 'https://dashboard.example.com/'): Walk =>
  asking().type(url).press('enter').paste(`${credentialText}\n`);

describe('the start', () => {
  it('with address and credential loads the list behind the first question', () => {
    const walk = new Walk();
    expect(walk.screen.kind).toBe('way');
    expect(walk.asked('connect').map(effect => effect.credential.reveal())).toEqual([
      credentialText,
    ]);
  });

  it.each([
    ['address', {address: ''}, 'url'],
    ['credential', {credential: new Secret('')}, 'credential'],
  ] as const)('without %s asks for what is missing', (_, some, focus) => {
    const walk = new Walk(some);
    expect(walk.on('connect').focus).toBe(focus);
    expect(walk.effects).toEqual([]);
  });

  it('practice asks for nothing', () => {
    const walk = new Walk({address: '', credential: new Secret(''), practice: true});
    expect(walk.screen.kind).toBe('way');
    expect(walk.asked('connect')).toHaveLength(1);
  });
});

describe('asking for server and credential', () => {
  it('Enter goes to what is empty, and connects when nothing is', () => {
    const walk = asking().type('dashboard.example.com').press('enter');
    expect(walk.on('connect')).toMatchObject({focus: 'credential', problem: undefined});
    walk.type('abc').press('enter');
    expect(walk.on('connect').busy).toBe(true);
    expect(walk.asked('connect')).toMatchObject([{address: 'https://dashboard.example.com'}]);
  });

  it('the credential is trimmed of what a paste brings along', () => {
    const walk = filled().press('enter');
    expect(walk.asked('connect').map(effect => effect.credential.reveal())).toEqual([
      credentialText,
    ]);
  });

  it('a credential that is missing is told on the second try', () => {
    const walk = asking().type('dashboard.example.com').press('enter', 'enter');
    expect(walk.on('connect').problem).toEqual({kind: 'credentialMissing'});
    expect(walk.effects).toEqual([]);
  });

  it.each([
    ['', 'missing'],
    ['ht tp://x', 'notUrl'],
    ['ftp://x', 'notHttp'],
    ['https://me:secret@x', 'holdsCredential'],
  ])('the URL %j is refused beside its field', (url, because) => {
    const walk = asking().type(url).press('enter');
    expect(walk.on('connect')).toMatchObject({focus: 'url', problem: {kind: 'url', because}});
    expect(walk.type('a').on('connect').problem).toBeUndefined();
  });

  it('a connection in clear needs the word http', () => {
    const walk = filled('http://dashboard.example.com').press('enter');
    expect(walk.on('connect')).toMatchObject({focus: 'consent', busy: false});
    walk.press('enter');
    expect(walk.on('connect').problem).toEqual({kind: 'consentMissing'});
    expect(walk.type('yes').press('enter').asked('connect')).toEqual([]);
    expect(walk.press('ctrl+u').type('http').press('enter').asked('connect')).toHaveLength(1);
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:8080'])(
    '%s needs none: it does not leave this machine',
    url => {
      expect(filled(url).press('enter').asked('connect')).toHaveLength(1);
    },
  );

  it('neither when it was allowed at the start', () => {
    const walk = new Walk({
      address: 'http://tyk',
      credential: new Secret(''),
      plainHttpAllowed: true,
    });
    expect(walk.type('abc').press('enter').asked('connect')).toHaveLength(1);
  });

  it('Tab goes round the fields that there are', () => {
    const focus = (walk: Walk): string => walk.on('connect').focus;
    const walk = asking();
    expect([focus(walk.press('tab')), focus(walk.press('tab'))]).toEqual(['credential', 'url']);
    walk.type('http://far').press('shift+tab');
    expect(focus(walk)).toBe('consent');
    expect(focus(walk.press('down'))).toBe('url');
  });

  it('the credential can be edited blind', () => {
    const walk = asking().press('tab').type('abcd').press('backspace');
    expect(walk.on('connect').credential.reveal()).toBe('abc');
    expect(walk.press('ctrl+u').on('connect').credential.isEmpty).toBe(true);
  });
});

describe('while the server is asked', () => {
  it('only Esc is listened to, and stops', () => {
    const walk = filled().press('enter').type('x').press('enter', 'tab');
    expect(walk.asked('connect')).toHaveLength(1);
    expect(walk.says.hints.map(hint => hint.key)).toEqual(['Esc', 'F1']);
    walk.press('escape');
    expect(walk.on('connect').busy).toBe(false);
    expect(walk.asked('stopLoading')).toHaveLength(1);
    walk.end({kind: 'cancelled'});
    expect(walk.on('connect')).toMatchObject({busy: false, problem: undefined});
    expect(walk.on('connect').credential.reveal()).toBe(credentialText);
  });

  it('the first rows lead to the first question, and the credential is forgotten', () => {
    const walk = filled().press('enter').arrive(estate);
    expect(walk.state.path).toEqual([{kind: 'way'}]);
  });

  it('a list without an API is an answer as well', () => {
    expect(filled().press('enter').end().screen.kind).toBe('way');
  });

  it('a user who may not list APIs has a good credential: it is not asked for again', () => {
    const walk = filled().press('enter').end(forbidden);
    expect(walk.screen.kind).toBe('way');
    expect(walk.state.apis).toMatchObject({status: 'failed', problem: forbidden});
  });

  it.each([notAuthorised, unreachable])(
    '$kind is said there, and nothing typed is lost',
    problem => {
      const walk = filled().press('enter').end(problem);
      expect(walk.on('connect')).toMatchObject({busy: false, problem: {kind: 'answer', problem}});
      expect(walk.on('connect').credential.reveal()).toBe(credentialText);
      expect(walk.on('connect').url.text).toBe('https://dashboard.example.com/');
    },
  );

  it('an unknown credential is what the program ends with', () => {
    const walk = filled().press('enter').end(notAuthorised).press('ctrl+c');
    expect(walk.state.ending).toEqual({kind: 'notAuthorised'});
    expect(filled().press('enter').end(unreachable).press('ctrl+c').state.ending).toEqual({
      kind: 'cancelled',
    });
  });
});

describe('a list that fails later', () => {
  it.each(['way', 'choose', 'grouping', 'filter'] as const)(
    'without a row on %s leads back to where server and credential can be changed',
    kind => {
      const walk = new Walk();
      if (kind !== 'way') walk.choose('apis');
      if (kind === 'grouping') walk.press('ctrl+t');
      if (kind === 'filter') walk.press('ctrl+r');
      expect(walk.screen.kind).toBe(kind);
      walk.end(notAuthorised);
      expect(walk.on('connect')).toMatchObject({
        problem: {kind: 'answer', problem: notAuthorised},
        url: {text: 'https://dashboard.example.com'},
      });
    },
  );

  it('and on the list of policies, where that is empty too', () => {
    const walk = new Walk().choose('policy').end(unreachable);
    expect(walk.screen.kind).toBe('connect');
  });

  it('with rows stays where it is and says so', () => {
    const walk = new Walk().arrive(estate).choose('apis').end(unreachable);
    expect(walk.on('choose').found.hits).toBe(10);
    expect(walk.state.apis).toMatchObject({status: 'failed', problem: unreachable});
  });
});
