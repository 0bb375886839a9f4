import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {rows, says} from '../helpers/screen-words.ts';
import {startWalk} from '../helpers/walk.ts';
import {authority, goodCertificate, serverKey} from '../tyk/support/certificates.ts';
import {serve, serveTls} from '../tyk/support/server.ts';
import {frontForTest, passOn} from './support/front.ts';
import {practiceForTest} from './support/practice.ts';
import {holdsSecret} from './support/secrets.ts';

describe('a credential that the server does not know', () => {
  it('is asked for again with the reason, blind, and the right one goes on', async () => {
    const practice = await practiceForTest();
    const wrong = '0123456789abcdef0123456789abcdef';
    const walk = startWalk({server: {url: practice.url, credential: wrong}});
    await walk.arrives('connect');
    await walk.sees(says.credentialUnknown);
    expect(walk.isAt(rows.credential)).toBe(true);
    walk.paste(`${practice.credential}\n`);
    await walk.sees(says.credentialThere);
    walk.press('enter');
    await walk.toForm();
    for (const secret of [wrong, practice.credential])
      expect(holdsSecret(walk.bytes().toString(), secret)).toBe(false);
  });

  it('that is given up: exit 4', async () => {
    const practice = await practiceForTest();
    const walk = startWalk({server: {url: practice.url, credential: 'wrong'}});
    await walk.sees(says.credentialUnknown);
    walk.press('ctrl+c');
    expect(await walk.exit).toEqual({code: 4, signal: null});
    expect(walk.reads()).toContain(says.notAuthorised);
  });
});

it('without anything in the environment both are asked for, and the whole way is open', async () => {
  const practice = await practiceForTest();
  const walk = startWalk();
  await walk.arrives('connect');
  walk.write(`${practice.url}/`);
  await walk.sees(practice.url);
  walk.press('enter');
  await walk.waitFor(() => walk.isAt(rows.credential));
  walk.write(practice.credential);
  await walk.sees(says.credentialThere);
  walk.press('enter');
  await walk.toCreatedKey();
  expect(await walk.reveal()).toBe(practice.keys()[0]?.key);
  expect(holdsSecret(walk.bytes().toString(), practice.credential)).toBe(false);
});

it('a server with a path before everything is asked below it', async () => {
  const practice = await practiceForTest({prefix: '/tools/tyk'});
  const walk = startWalk({server: practice});
  await walk.toCreatedKey();
  expect(practice.requests().every(({path: asked}) => asked.startsWith('/tools/tyk/'))).toBe(true);
});

it('a user who may not list APIs is told so, not asked again, and may take a policy', async () => {
  const practice = await practiceForTest({permissions: {apis: false}});
  const walk = startWalk({server: practice});
  await walk.arrives('way');
  await walk.sees(says.userMayNot);
  await walk.toPolicies();
  await walk.choosePolicy('Orders standard');
  await walk.alias('ci');
  await walk.expires('1 week');
  await walk.toReview();
  await walk.create();
  expect(await walk.reveal()).toBe(practice.keys()[0]?.key);
});

it('a redirect is named and not followed: the credential goes nowhere else', async () => {
  const practice = await practiceForTest();
  const elsewhere = await serve((_, response) => response.end('{}'));
  const front = await frontForTest(practice, {
    'GET /api/apis': (_, response) => {
      response.writeHead(302, {location: `${elsewhere.url.origin}/api/apis?p=-1`}).end();
    },
  });
  const walk = startWalk({server: front});
  await walk.arrives('connect');
  await walk.sees(says.pointsTo);
  expect(walk.reads()).toContain(elsewhere.url.origin);
  expect(elsewhere.received).toEqual([]);
});

it('an unencrypted way to another host is refused before anything is sent', async () => {
  const walk = startWalk();
  await walk.arrives('connect');
  walk.write('http://192.0.2.1:3000');
  walk.press('enter');
  await walk.waitFor(() => walk.isAt(rows.credential));
  walk.write('abc');
  await walk.sees(says.credentialThere);
  walk.press('enter');
  await walk.waitFor(() => walk.isAt(rows.consent));
  walk.press('enter', 'enter');
  await walk.sees(says.inClear);
});

describe('a server with a certificate of a private CA', () => {
  const start = async () => {
    const practice = await practiceForTest();
    const {url} = await serveTls(goodCertificate, serverKey, passOn(practice));
    return {practice, server: {url: url.origin, credential: practice.credential}};
  };

  it('is not spoken to without it, and how to give it is said', async () => {
    const {practice, server} = await start();
    const walk = startWalk({server});
    await walk.arrives('connect');
    await walk.sees(says.privateCa);
    expect(walk.reads()).toContain('--ca');
    expect(practice.requests()).toEqual([]);
  });

  it.each(['--ca', 'NODE_EXTRA_CA_CERTS'])('makes a key with %s', async how => {
    const {practice, server} = await start();
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'tykey-ca-')), 'ca.pem');
    onTestFinished(() => {
      rmSync(path.dirname(file), {recursive: true});
    });
    writeFileSync(file, authority);
    const walk = startWalk({
      server,
      ...(how === '--ca' ? {args: ['--ca', file]} : {env: {NODE_EXTRA_CA_CERTS: file}}),
    });
    await walk.toCreatedKey();
    expect(await walk.reveal()).toBe(practice.keys()[0]?.key);
  });
});
