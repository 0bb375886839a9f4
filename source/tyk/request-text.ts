import type {RequestText} from '../key/backend.ts';
import type {HttpRequest} from './http.ts';

/** How the credential travels, and the shell variable that stands for it. */
export type CredentialHeader = {
  readonly header: 'authorization' | 'x-tyk-authorization';
  readonly variable: 'TYK_AUTH' | 'TYK_GW_SECRET';
};

/**
 * A POST of JSON for people. The curl command sends the same bytes: the body stands in a quoted here-document,
 * where no character means anything, and `--data` takes the line break behind it away again. The credential
 * is read from a descriptor of its own, because an argument would be visible to everybody on the host.
 */
export const requestText = (
  request: HttpRequest & {readonly body: string},
  {header, variable}: CredentialHeader,
): RequestText => {
  const headers = Object.entries(request.headers).filter(([name]) => name !== header);
  const words = [
    `curl --request ${request.method} ${quoted(request.origin + request.path)}`,
    ...headers.map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`),
    '--header @/dev/fd/3',
    `--data @- 3<<AUTH <<'BODY'`,
  ];
  return {
    json: JSON.stringify(JSON.parse(request.body), undefined, 2),
    curl: [words.join(' \\\n  '), `${header}: $${variable}`, 'AUTH', request.body, 'BODY', ''].join(
      '\n',
    ),
  };
};

/** One word for a POSIX shell, whatever is in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
