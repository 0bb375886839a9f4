import {inspect} from 'node:util';
import {describe, expect, it} from 'vitest';
import {Secret} from '../../source/key/secret.ts';
import {createdKey, estate, keyText} from '../helpers/estate.ts';
import {credentialText, fillForm, Walk} from '../helpers/wizard.ts';

/** Everything that a careless log, crash report or test could print of a value. */
const printed = (value: unknown): string =>
  [
    JSON.stringify(value),
    inspect(value, {depth: Infinity, showHidden: true, getters: true}),
    String(value),
  ].join('\n');

/** A whole journey, with every kind of state and effect on the way. */
const journey = (): Walk => {
  const walk = new Walk({address: '', credential: new Secret('')});
  walk.type('dashboard.example.com').press('enter').paste(credentialText).press('enter');
  walk.end({kind: 'notAuthorised', status: 401, message: 'Not authorised'}).press('enter');
  walk.arrive(estate).end().choose('apis').press('down', 'enter');
  fillForm(walk).press('down', 'down', 'down', 'enter', 'v');
  walk.happen({kind: 'described', text: {json: '{}', curl: 'curl'}}).press('q', 'enter');
  walk.answer({outcome: 'created', key: createdKey()}).press('r', 'c');
  walk.happen({kind: 'keyCopied', result: 'sentTmux'}).press('y', 'r', 'u').choose('revoke');
  return walk.happen({kind: 'revokeEnded', answer: {ok: true, value: undefined}});
};

/** Pieces of a secret that would be worth having. */
const pieces = (text: string): readonly string[] =>
  Array.from({length: text.length - 7}, (_, at) => text.slice(at, at + 8));

describe('secrets', () => {
  const walk = journey();
  const texts = [...walk.states, ...walk.effects].map(printed);

  it('the journey holds both: it would be found', () => {
    const [connect] = walk.asked('connect');
    expect(connect?.credential.reveal()).toBe(credentialText);
    expect(walk.asked('copyKey')[0]?.secret.reveal()).toBe(keyText);
    expect(walk.state.ending).toMatchObject({kind: 'created', fate: 'revoked'});
    expect(walk.states.length).toBeGreaterThan(40);
  });

  it.each([
    ['the credential', credentialText],
    ['the key', keyText],
  ])('%s is in no state and no effect, however it is printed', (_, secret) => {
    expect(texts.filter(text => pieces(secret).some(piece => text.includes(piece)))).toEqual([]);
  });

  it('the end holds no key, and a screen without the key has forgotten it', () => {
    expect(printed(walk.state.ending)).not.toContain('k3yT3xt');
    const early = walk.states.filter(state =>
      state.path.every(screen => screen.kind !== 'connect'),
    );
    expect(early.length).toBeGreaterThan(20);
    const holders = walk.states.filter(state =>
      state.path.some(screen => screen.kind === 'created' || screen.kind === 'leave'),
    );
    expect(holders.length).toBeLessThan(walk.states.length / 2);
  });

  it('a credential that was typed is in no line of text', () => {
    const typed = walk.states.flatMap(state =>
      state.path.flatMap(screen => (screen.kind === 'connect' ? [screen.url.text] : [])),
    );
    expect(typed.some(text => text.includes('cr3dential'))).toBe(false);
    expect(typed).toContain('dashboard.example.com');
  });
});
