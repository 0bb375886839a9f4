/** An answer as it came. */
export type Told = {
  readonly status: number;
  /** Without its parameters. */
  readonly type: string;
  readonly text: string;
  /** The body, where it is JSON. */
  readonly json: unknown;
};

type Sent = Readonly<Record<string, string>>;

/** The control API, asked without our client module. `body`: JSON as text, or what becomes it. */
export const ask = (
  {url, secret}: {readonly url: URL; readonly secret: string},
  method: string,
  path: string,
  body?: unknown,
  headers: Sent = {},
): Promise<Told> =>
  tell(new URL(path, url), {
    method,
    headers: {'x-tyk-authorization': secret, ...headers},
    ...(body === undefined ? {} : {body: typeof body === 'string' ? body : JSON.stringify(body)}),
  });

/** An API, called by a consumer with a key in `Authorization`. */
export const call = (
  {url}: {readonly url: URL},
  path: string,
  key?: string,
  headers: Sent = {},
): Promise<Told> =>
  tell(new URL(path, url), {
    headers: {...(key === undefined ? {} : {authorization: key}), ...headers},
  });

const tell = async (url: URL, init: RequestInit): Promise<Told> => {
  const response = await fetch(url, init);
  const text = await response.text();
  return {
    status: response.status,
    type: (response.headers.get('content-type') ?? '').replace(/;.*/, ''),
    text,
    json: parsed(text),
  };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
