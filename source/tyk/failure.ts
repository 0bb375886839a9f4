import type {Problem} from '../key/problem.ts';
import type {Quote} from './quote.ts';

/** How long each part of a request may take, in milliseconds; 0 = only `totalMs` counts. */
export type Deadlines = {
  readonly headersMs: number;
  readonly bodyMs: number;
  readonly totalMs: number;
};

/** The code that `dispatcher.ts` gives to everything that a proxy did wrong. */
export const PROXY_FAILED = 'TYKEY_PROXY_FAILED';

type Row = (detail: string, deadlines: Deadlines) => Problem;

const unreachable =
  (reason: Extract<Problem, {kind: 'unreachable'}>['reason']): Row =>
  detail => ({kind: 'unreachable', reason, detail});

const tls =
  (reason: Extract<Problem, {kind: 'tls'}>['reason']): Row =>
  detail => ({kind: 'tls', reason, detail});

const cut: Row = detail => ({kind: 'cut', detail});

/** Codes of Node, OpenSSL, llhttp and undici (terminal.md section 8). */
const byCode: Readonly<Record<string, Row>> = {
  ENOTFOUND: unreachable('dns'),
  EAI_AGAIN: unreachable('dns'),
  EAI_NODATA: unreachable('dns'),
  ECONNREFUSED: unreachable('refused'),
  EHOSTUNREACH: unreachable('noRoute'),
  ENETUNREACH: unreachable('noRoute'),
  EHOSTDOWN: unreachable('noRoute'),
  ENETDOWN: unreachable('noRoute'),
  EADDRNOTAVAIL: unreachable('noRoute'),
  EACCES: unreachable('noRoute'),
  EPERM: unreachable('noRoute'),
  UND_ERR_CONNECT_TIMEOUT: unreachable('connectTimeout'),
  'connect ETIMEDOUT': unreachable('connectTimeout'),
  [PROXY_FAILED]: unreachable('proxy'),
  UND_ERR_PRX_TLS: unreachable('proxy'),

  UNABLE_TO_VERIFY_LEAF_SIGNATURE: tls('privateCa'),
  SELF_SIGNED_CERT_IN_CHAIN: tls('privateCa'),
  UNABLE_TO_GET_ISSUER_CERT: tls('privateCa'),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: tls('privateCa'),
  DEPTH_ZERO_SELF_SIGNED_CERT: tls('selfSigned'),
  CERT_HAS_EXPIRED: tls('expired'),
  ERR_TLS_CERT_ALTNAME_INVALID: tls('wrongName'),
  ERR_SSL_WRONG_VERSION_NUMBER: tls('speaksPlainHttp'),
  ERR_SSL_PACKET_LENGTH_TOO_LONG: tls('speaksPlainHttp'),
  EPROTO: tls('other'),

  UND_ERR_HEADERS_TIMEOUT: (_, {headersMs}) => ({kind: 'timedOut', afterMs: headersMs}),
  UND_ERR_BODY_TIMEOUT: (_, {bodyMs}) => ({kind: 'timedOut', afterMs: bodyMs}),
  HPE_INVALID_EOF_STATE: cut,
  HPE_INVALID: () => ({kind: 'unreadable', status: 0, what: 'HTTP'}),
  UND_ERR_HEADERS_OVERFLOW: () => ({kind: 'unreadable', status: 0, what: 'headers'}),
};

/** Families of codes, asked after the table. */
const byPrefix: readonly (readonly [prefix: RegExp, row: Row])[] = [
  [/^(?:ERR_SSL_|ERR_TLS_|CERT_|CRL_|UNABLE_TO_|INVALID_|HOSTNAME_)/, tls('other')],
  // ECONNRESET, EPIPE, UND_ERR_SOCKET, "other side closed": whatever else ends a connection.
  [/^(?:E[A-Z]+|UND_ERR_(?!INVALID_)[A-Z_]+)$/, cut],
];

/** The problem behind an error of the connection, or `undefined` for an error that is our own bug. */
export const problemOf = (
  error: unknown,
  quote: Quote,
  deadlines: Deadlines,
): Problem | undefined => {
  const code = codeOf(error);
  const row = byCode[code] ?? byPrefix.find(([prefix]) => prefix.test(code))?.[1];
  return row?.(quote(detailOf(error)), deadlines);
};

/**
 * The server ended the TLS handshake by an alert (it wanted another client certificate, say): with TLS 1.3
 * that arrives after the request was written, yet nobody has read the request.
 */
export const endedHandshake = (error: unknown): boolean => /^ERR_SSL_.*_ALERT_/.test(codeOf(error));

const codeOf = (error: unknown): string => {
  // undici means to copy llhttp's code and copies nothing.
  if (error instanceof Error && error.name === 'HTTPParserError')
    return /EOF/i.test(error.message) ? 'HPE_INVALID_EOF_STATE' : 'HPE_INVALID';
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return '';
  // The system's own time-out means "no connection" here, and "connection lost" on an established one.
  const connecting =
    error instanceof AggregateError || ('syscall' in error && error.syscall === 'connect');
  return connecting && error.code === 'ETIMEDOUT' ? 'connect ETIMEDOUT' : error.code;
};

/** Several addresses tried in vain make one `AggregateError` without a message of its own. */
const detailOf = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(detailOf).join('; ');
  return error instanceof Error ? error.message : '';
};
