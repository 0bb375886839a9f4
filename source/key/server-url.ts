/** Where a Tyk server is, as typed by a person or found in the environment. */
export type ServerUrl = {
  /** Normalised: scheme, host, port, path prefix without a trailing slash. */
  readonly address: string;
  /** `http:` to a host that is not this machine: the credential and the key would travel in clear. */
  readonly inClear: boolean;
};

export type ServerUrlProblem = 'missing' | 'notUrl' | 'notHttp' | 'holdsCredential';

export type ParsedServerUrl =
  | {readonly ok: true; readonly server: ServerUrl}
  | {readonly ok: false; readonly because: ServerUrlProblem};

/** A host without a scheme is taken as https. A user or password in the URL is refused: URLs end up in logs. */
export const parseServerUrl = (typed: string): ParsedServerUrl => {
  const text = typed.trim();
  if (text === '') return {ok: false, because: 'missing'};
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withScheme)) return {ok: false, because: 'notUrl'};
  const url = new URL(withScheme);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return {ok: false, because: 'notHttp'};
  if (url.username !== '' || url.password !== '') return {ok: false, because: 'holdsCredential'};
  const address = `${url.protocol}//${url.host}${url.pathname}`.replace(/\/+$/, '');
  return {
    ok: true,
    server: {address, inClear: url.protocol === 'http:' && !isLoopback(url.hostname)},
  };
};

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
