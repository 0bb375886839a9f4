import {X509Certificate} from 'node:crypto';
import {createSecureContext, rootCertificates, type SecureContext} from 'node:tls';
import {EnvHttpProxyAgent, Pool, type Dispatcher} from 'undici';
import type {Answer, Problem} from '../key/problem.ts';
import {PROXY_FAILED} from './failure.ts';
import type {Dispatchers} from './link.ts';

// The only file that loads undici (150 ms): import it when it is needed, after the first frame.

export type Network = {
  /** The one server that these dispatchers are for. */
  readonly url: URL;
  /** Read for `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`; lower case wins, as in curl. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * PEM texts of further authorities. With any, what `NODE_EXTRA_CA_CERTS` names has to be among them: Node
   * adds that only to its own defaults.
   */
  readonly authorities: readonly string[];
  readonly connectMs?: number;
};

/** Ways to one server. Opens nothing yet. A problem names what in the settings is wrong, never a value. */
export const createDispatchers = (network: Network): Answer<Dispatchers> => {
  const proxies = proxySettings(network);
  if (!proxies.ok) return proxies;
  const context = trust(network.authorities);
  if (!context.ok) return context;
  const {connectMs = 10_000} = network;
  const connection = {
    timeout: connectMs,
    ...(context.value === undefined ? {} : {secureContext: context.value}),
  };
  const options = {
    ...proxies.value,
    connect: connection,
    requestTls: connection,
    proxyTls: connection,
    clientFactory: proxyClient(connectMs),
  };
  return {
    ok: true,
    value: {lists: new EnvHttpProxyAgent(options), fresh: () => new EnvHttpProxyAgent(options)},
  };
};

type ProxySettings = {
  readonly httpProxy: string;
  readonly httpsProxy: string;
  readonly noProxy: string;
};

/**
 * Never `undefined`, at which undici would look into the real environment. `HTTP_PROXY` alone does not count for
 * https, and this machine is never asked for through a proxy.
 */
const proxySettings = ({env, url}: Network): Answer<ProxySettings> => {
  const https = url.protocol === 'https:';
  const name = https ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const written = (env[name.toLowerCase()] ?? env[name] ?? '').trim();
  const proxy = written === '' || written.includes('://') ? written : `http://${written}`;
  if (proxy !== '' && (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol)))
    return {ok: false, problem: badProxy(name)};
  const noProxy = (env['no_proxy'] ?? env['NO_PROXY'] ?? '').trim();
  const settings = {
    httpProxy: https ? '' : proxy,
    httpsProxy: https ? proxy : '',
    noProxy: noProxy === '*' ? '*' : `${noProxy},localhost,127.0.0.1,[::1]`,
  };
  return {ok: true, value: settings};
};

const badProxy = (name: string): Problem => ({
  kind: 'unreachable',
  reason: 'proxy',
  detail: `${name} is not the URL of an http or https proxy`,
});

const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** One context for all connections: to build it from 140 roots takes 17 ms. `undefined` = Node's defaults. */
const trust = (authorities: readonly string[]): Answer<SecureContext | undefined> => {
  if (authorities.length === 0) return {ok: true, value: undefined};
  const own = authorities.flatMap(text => text.match(certificate) ?? ['']);
  // Node passes over what it can't read, and the person would be told about an unknown authority.
  if (!own.every(isCertificate))
    return {ok: false, problem: {kind: 'tls', reason: 'other', detail: 'no certificate (PEM)'}};
  return {ok: true, value: createSecureContext({ca: [...rootCertificates, ...own]})};
};

const isCertificate = (pem: string): boolean => {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
};

/** Its `connect` as undici made it, under another name. */
class ProxyPool extends Pool {
  openTunnel(target: Dispatcher.ConnectOptions) {
    return super.connect(target);
  }
}

/** undici asks a proxy that hangs up again and again, without end, unless the error has a code of its own. */
const proxyClient =
  (connectMs: number) =>
  (origin: URL, options: object): Dispatcher => {
    const pool = new ProxyPool(origin, {...options, headersTimeout: connectMs});
    const connect = async (target: Dispatcher.ConnectOptions) => {
      const tunnel = await pool.openTunnel(target).catch((error: unknown) => {
        throw proxyFailure(error instanceof Error ? error.message : '');
      });
      if (tunnel.statusCode === 200) return tunnel;
      tunnel.socket.on('error', () => undefined).destroy();
      throw proxyFailure(`the proxy answered ${tunnel.statusCode}`);
    };
    return Object.assign(pool, {connect});
  };

const proxyFailure = (message: string): Error =>
  Object.assign(new Error(message), {code: PROXY_FAILED});
