import {createServer} from 'node:http';
import {connect as connectTcp, createServer as createTcpServer} from 'node:net';
import {describe, expect, it} from 'vitest';
import {createDispatchers, type Network} from '../../source/tyk/dispatcher.ts';
import {buildRequest, send} from '../../source/tyk/http.ts';
import {quoting} from '../../source/tyk/quote.ts';
import {never} from './support/backend.ts';
import {
  authority,
  expiredCertificate,
  goodCertificate,
  otherNameCertificate,
  selfSignedCertificate,
  serverKey,
} from './support/certificates.ts';
import {listen, plain, serve, serveTls} from './support/server.ts';

const ask = async (network: Partial<Network> & {readonly url: URL}, fresh = false) => {
  const made = createDispatchers({env: {}, authorities: [], ...network});
  if (!made.ok) return made;
  const request = buildRequest(network.url, 'GET', '/x', {});
  const dispatcher = fresh ? made.value.fresh() : made.value.lists;
  const sent = await send(dispatcher, request, {
    signal: never(),
    deadlines: {headersMs: 0, bodyMs: 0, totalMs: 5_000},
    limitBytes: 1_000,
    quote: quoting([]),
    now: () => 0,
  });
  await dispatcher.destroy();
  return sent;
};

describe('TLS', () => {
  const at = async (certificate: string) =>
    (await serveTls(certificate, serverKey, plain('hello'))).url;

  it.each([
    ['of an authority that nobody knows', goodCertificate, 'privateCa'],
    ['signed by itself', selfSignedCertificate, 'selfSigned'],
  ])('a certificate %s is refused', async (_, certificate, reason) => {
    expect(await ask({url: await at(certificate)})).toMatchObject({
      problem: {kind: 'tls', reason},
      mayHaveArrived: false,
    });
  });

  it.each([
    ['that has expired', expiredCertificate, 'expired'],
    ['for another name', otherNameCertificate, 'wrongName'],
  ])('a certificate %s is refused even from a given authority', async (_, certificate, reason) => {
    expect(await ask({url: await at(certificate), authorities: [authority]})).toMatchObject({
      problem: {kind: 'tls', reason},
      mayHaveArrived: false,
    });
  });

  it.each([false, true])('a given authority is believed (fresh: %s)', async fresh => {
    const url = await at(goodCertificate);
    expect(await ask({url, authorities: [`comment\n${authority}`]}, fresh)).toMatchObject({
      value: {body: 'hello'},
    });
  });

  it('several authorities may be given, in one text or in more', async () => {
    const url = await at(selfSignedCertificate);
    const authorities = [authority, `${authority}\n${selfSignedCertificate}`];
    expect(await ask({url, authorities})).toMatchObject({ok: true});
  });

  it('a port that speaks plain http is named', async () => {
    const {url} = await serve(plain('hello'));
    expect(await ask({url: new URL(url.href.replace('http:', 'https:'))})).toMatchObject({
      problem: {kind: 'tls', reason: 'speaksPlainHttp'},
      mayHaveArrived: false,
    });
  });

  it.each(['', 'no PEM', authority.replaceAll('M', '!')])('%.12j is no authority', async text => {
    const url = new URL('https://127.0.0.1');
    expect(await ask({url, authorities: [authority, text]})).toMatchObject({
      problem: {kind: 'tls', reason: 'other'},
    });
  });
});

/** A proxy for CONNECT that leads every name to this machine and remembers what it was asked. */
const serveProxy = async (status = 200) => {
  const asked: string[] = [];
  const server = createServer();
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    const answer = `HTTP/1.1 ${String(status)} Proxy\r\n\r\n`;
    if (status !== 200) {
      socket.end(answer);
      return;
    }
    const onward = connectTcp(Number(new URL(`http://${request.url ?? ''}`).port), '127.0.0.1');
    socket.write(answer);
    socket.pipe(onward).pipe(socket);
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  return {asked, url: await listen(server, 'http')};
};

/** The same server under a name that only the proxy knows. */
const elsewhere = (url: URL, name = 'dashboard.invalid') =>
  new URL(url.href.replace('127.0.0.1', name));

describe('a proxy', () => {
  it('of HTTPS_PROXY is used, and the given authority believed through it', async () => {
    const {url} = await serveTls(otherNameCertificate, serverKey, plain('hello'));
    const proxy = await serveProxy();
    const target = elsewhere(url, 'other.example.com');
    const env = {HTTPS_PROXY: proxy.url};
    expect(await ask({url: target, env, authorities: [authority]})).toMatchObject({
      value: {body: 'hello'},
    });
    expect(proxy.asked).toEqual([target.host]);
  });

  it('of HTTP_PROXY is used for plain http, also without a scheme', async () => {
    const {url} = await serve(plain('hello'));
    const proxy = await serveProxy();
    const env = {http_proxy: proxy.url.replace('http://', ''), HTTP_PROXY: 'http://127.0.0.1:9'};
    expect(await ask({url: elsewhere(url), env})).toMatchObject({value: {body: 'hello'}});
    expect(proxy.asked).toHaveLength(1);
  });

  it.each([
    ['NO_PROXY', 'dashboard.invalid'],
    ['no_proxy', '.invalid'],
    ['NO_PROXY', '*'],
  ])('is left out by %s=%s', async (name, value) => {
    const proxy = await serveProxy();
    const env = {HTTPS_PROXY: proxy.url, [name]: value};
    const sent = await ask({url: new URL('https://dashboard.invalid'), env});
    expect(sent).toMatchObject({problem: {kind: 'unreachable', reason: 'dns'}});
    expect(proxy.asked).toEqual([]);
  });

  it('is left out for this machine, and that of HTTP_PROXY for https', async () => {
    const {url} = await serve(plain('hello'));
    const dead = 'http://127.0.0.1:9';
    expect(await ask({url, env: {HTTP_PROXY: dead}})).toMatchObject({value: {body: 'hello'}});
    expect(
      await ask({url: new URL('https://dashboard.invalid'), env: {HTTP_PROXY: dead}}),
    ).toMatchObject({problem: {reason: 'dns'}});
  });

  it.each([407, 503])('that refuses with %i has sent nothing on', async status => {
    const proxy = await serveProxy(status);
    const env = {HTTPS_PROXY: proxy.url};
    expect(await ask({url: new URL('https://dashboard.invalid'), env})).toEqual({
      ok: false,
      problem: {
        kind: 'unreachable',
        reason: 'proxy',
        detail: `the proxy answered ${String(status)}`,
      },
      mayHaveArrived: false,
    });
  });

  it('that hangs up is asked once and named', async () => {
    const asked: number[] = [];
    const server = createTcpServer(socket => {
      asked.push(1);
      socket.on('data', () => socket.destroy()).on('error', () => undefined);
    });
    const env = {HTTPS_PROXY: await listen(server, 'http')};
    expect(await ask({url: new URL('https://dashboard.invalid'), env})).toMatchObject({
      problem: {kind: 'unreachable', reason: 'proxy'},
      mayHaveArrived: false,
    });
    expect(asked).toHaveLength(1);
  });

  it('that is not there is named, not the server', async () => {
    const env = {HTTPS_PROXY: 'http://127.0.0.1:9'};
    expect(await ask({url: new URL('https://dashboard.invalid'), env})).toMatchObject({
      problem: {kind: 'unreachable', reason: 'proxy'},
    });
  });

  it.each(['http://user:secret@', 'socks5://user:secret@proxy:1080'])(
    '%s is refused without showing it',
    async HTTPS_PROXY => {
      const made = await ask({url: new URL('https://dashboard.invalid'), env: {HTTPS_PROXY}});
      expect(made).toMatchObject({problem: {kind: 'unreachable', reason: 'proxy'}});
      expect(JSON.stringify(made)).not.toContain('secret');
    },
  );
});
