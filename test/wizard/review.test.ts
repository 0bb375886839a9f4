import {describe, expect, it} from 'vitest';
import type {ReviewLine} from '../../source/wizard/state.ts';
import {policy} from '../helpers/estate.ts';
import type {Walk} from '../helpers/wizard.ts';
import {atForm, atReview, atWay, fillForm, onApi} from '../helpers/wizard.ts';

/** The cursor on a line of the review. */
const onLine = (walk: Walk, kind: ReviewLine['kind']): Walk => {
  walk.press('home');
  const at = walk.on('review').lines.findIndex(line => line.kind === kind);
  return walk.press(...Array.from({length: at}, () => 'down'));
};

const change = (kind: ReviewLine['kind']): Walk => onLine(atReview(), kind).press('enter');

describe('the review', () => {
  it('starts on the row that creates', () => {
    const {lines, cursor} = atReview().on('review');
    expect(lines[cursor]).toEqual({kind: 'create'});
  });

  it('Enter elsewhere creates nothing', () => {
    for (const kind of ['access', 'expires', 'limits', 'alias', 'server'] as const) {
      expect(change(kind).asked('createKey')).toEqual([]);
    }
  });

  it('has a line for each API', () => {
    const walk = atWay().choose('apis');
    for (const name of ['Payments', 'Orders', 'Stock']) onApi(walk, name).press('tab');
    fillForm(walk.press('enter')).press('down', 'down', 'down', 'enter');
    const kinds = walk.on('review').lines.map(line => line.kind);
    expect(kinds.filter(kind => kind === 'access' || kind === 'grant')).toHaveLength(3);
    onLine(walk, 'grant').press('enter');
    expect(walk.screen.kind).toBe('choose');
  });

  it('starts where it can be read: on Create only when everything above is in view', () => {
    const at = (columns: number, rows: number): string | undefined => {
      const walk = fillForm(atForm()).happen({kind: 'resized', size: {columns, rows}});
      const {lines, cursor} = walk.press('down', 'down', 'down', 'enter').on('review');
      return lines[cursor]?.kind;
    };
    expect([at(80, 24), at(80, 16), at(40, 24)]).toEqual(['create', 'access', 'access']);
  });

  it('says nothing that changes the server', () => {
    const walk = change('server');
    expect(walk.screen.kind).toBe('review');
  });

  it('back goes to the form', () => {
    expect(atReview().press('escape').screen.kind).toBe('configure');
    expect(atReview().press('shift+tab').screen.kind).toBe('configure');
  });
});

describe('a change from the review comes back to it', () => {
  it('what the key opens', () => {
    const walk = onApi(change('access'), 'Orders').press('tab', 'enter');
    const {access} = walk.on('review').request;
    expect(access.kind === 'apis' && access.grants.map(grant => grant.api.name)).toEqual([
      ...['Payments', 'Orders'],
    ]);
  });

  it('what the key opens, also by going back: the review says what is marked', () => {
    const walk = onApi(change('access'), 'Orders').press('tab', 'escape');
    const {access} = walk.on('review').request;
    expect(access.kind === 'apis' && access.grants).toHaveLength(2);
    expect(walk.state.draft.grants).toHaveLength(2);
  });

  it('the expiry', () => {
    const walk = change('expires').choose('1h');
    expect(walk.on('review').request.expiry).toEqual({
      kind: 'after',
      duration: {months: 0, seconds: 3600},
    });
    const own = change('expires').choose('own').type('90d').press('enter');
    expect(own.on('review').request.expiry).toMatchObject({duration: {seconds: 90 * 86_400}});
    const never = change('expires').choose('never').type('never').press('enter');
    expect(never.on('review').request.expiry).toEqual({kind: 'never'});
  });

  it('the alias and the tags, by Enter and by Esc', () => {
    for (const key of ['enter', 'escape']) {
      expect(change('alias').type(' 2').press(key).on('review').request.alias).toBe(
        'orders team 2',
      );
      expect(change('tags').type('a,b').press(key).on('review').request.tags).toEqual(['a', 'b']);
    }
  });

  it('logging', () => {
    expect(change('logging').press(' ', 'enter').on('review').request.detailedLogging).toBe(true);
  });

  it('metadata, by Enter and by Esc', () => {
    for (const keys of [['tab', 'tab', 'enter'], ['escape']]) {
      const walk = change('metadata')
        .type('owner')
        .press(...keys);
      expect(walk.on('review').request.metadata).toEqual([{name: 'owner', value: ''}]);
    }
  });

  it('stays on its line, and has to be seen before it creates', () => {
    const walk = change('alias').press('enter');
    const {lines, cursor} = walk.on('review');
    expect(lines[cursor]).toEqual({kind: 'alias'});
    expect(walk.state.guardedSince).toBeUndefined();
  });

  it('asks for the server’s clock anew', () => {
    expect(change('expires').choose('1h').asked('readClock')).toHaveLength(2);
  });
});

describe('a change that can’t be sent', () => {
  it('stays at its field until it can', () => {
    const walk = change('alias').press('ctrl+u', 'enter');
    expect(walk.on('configure')).toMatchObject({
      focus: 'alias',
      problems: [{because: 'missing'}],
    });
    expect(walk.type('new').press('enter').on('review').request.alias).toBe('new');
  });

  it('is said once on the way back, and keeps nobody', () => {
    const walk = change('alias').press('ctrl+u', 'escape');
    expect(walk.on('configure')).toMatchObject({focus: 'alias', problems: [{because: 'missing'}]});
    const again = change('alias').press('ctrl+u', 'escape').type('new').press('enter');
    expect(again.on('review').request.alias).toBe('new');
    walk.press('escape');
    expect(walk.on('review').request.alias).toBe('orders team');
  });

  it('no API left: said on the list, and back shows what would still be sent', () => {
    const walk = onApi(change('access'), 'Payments').press('tab');
    expect(walk.state.draft.grants).toEqual([]);
    onApi(walk, 'Books').press('enter');
    expect(walk.state.note).toMatchObject({kind: 'refused'});
    expect(walk.press('escape').on('review').request.access.kind).toBe('apis');
  });

  it('metadata leads to its row of the form', () => {
    const walk = change('metadata').type('policies').press('escape');
    expect(walk.on('configure')).toMatchObject({
      focus: 'metadata',
      problems: [{because: 'namePolicies'}],
    });
  });
});

describe('the request', () => {
  it('is described with the clock that is known', () => {
    const walk = atReview().happen({kind: 'clockRead', skewMs: -7_200_000}).press('v');
    const [effect] = walk.asked('describe');
    expect(effect).toMatchObject({skewMs: -7_200_000, request: {alias: 'orders team'}});
  });

  it('is shown as JSON and as curl, and scrolls', () => {
    const lines = Array.from({length: 40}, (_, at) => `line ${at}`).join('\n');
    const walk = atReview()
      .press('v')
      .happen({
        kind: 'described',
        text: {json: lines, curl: 'curl'},
      });
    expect(walk.press('down', 'down', 'up').on('request')).toMatchObject({shows: 'json', top: 1});
    expect(walk.press('end').on('request').top).toBe(39);
    expect(walk.press('v').on('request')).toMatchObject({shows: 'curl', top: 0});
    expect(walk.press('tab').on('request').shows).toBe('json');
    expect(walk.press('q').screen.kind).toBe('review');
  });

  it('a description that comes after the page was left changes nothing', () => {
    const walk = atReview().press('v', 'escape');
    const {state} = walk;
    expect(walk.happen({kind: 'described', text: {json: '', curl: ''}}).state).toEqual(state);
  });
});

describe('a policy', () => {
  const golden = policy({name: 'Gold', keyExpiresIn: 3600});

  it('that sets the expiry is not asked for one', () => {
    const walk = atWay().choose('policy').policiesArrive([golden]).press('enter');
    walk.type('orders team').press('enter');
    expect(walk.press('enter').state.note).toEqual({kind: 'expiryByPolicy'});
    walk.press('up', 'up', 'up', 'enter');
    expect(walk.on('review').request).toMatchObject({
      expiry: {kind: 'byPolicy', seconds: 3600},
      access: {kind: 'policies', policies: [{name: 'Gold'}]},
    });
    onLine(walk, 'expires').press('enter');
    expect(walk.state.note).toEqual({kind: 'expiryByPolicy'});
  });

  it('is changed from the review on its own list', () => {
    const silver = policy({name: 'Silver', keyExpiresIn: 7200});
    const walk = atWay().choose('policy').policiesArrive([golden, silver]).press('enter');
    walk.type('orders team').press('up', 'up', 'enter');
    onLine(walk, 'access').press('enter');
    expect(walk.on('policies').found.hits).toBe(2);
    walk.press('tab', 'down', 'tab', 'enter');
    expect(walk.on('review').request.expiry).toMatchObject({kind: 'byPolicy', seconds: 7200});
  });

  it('both ways keep their answers', () => {
    const walk = atWay().choose('apis').press('tab', 'escape').choose('policy');
    walk.policiesArrive([golden]).press('enter', 'escape', 'escape').choose('apis');
    expect(walk.state.draft).toMatchObject({way: 'apis', policies: [golden], grants: [{}]});
  });
});
