import {clean} from '../key/clean.ts';

/** Makes a stranger's text fit for a `Problem`: secrets masked, then cleaned and cut. */
export type Quote = (text: string) => string;

/** More than a person reads; and cutting here, before masking, can leave no half of a key at the end. */
const LONGEST_READ = 8_000;
const LONGEST_QUOTED = 500;
const MASK = '••••••••';

/** What Tyk's keys look like: base64 of `{"org":…`, or an organisation and a random number in hex. */
const keyLike = /ey[A-Za-z0-9+/=_-]{40,}|[0-9A-Fa-f]{32,}/g;

/** `secrets` are masked wherever they stand, as they are and as a URL writes them. */
export const quoting = (secrets: readonly string[]): Quote => {
  const exact = secrets
    .filter(secret => secret !== '')
    .flatMap(secret => [secret, encodeURIComponent(secret)]);
  return text => {
    const masked = exact.reduce(
      (rest, secret) => rest.replaceAll(secret, MASK),
      text.slice(0, LONGEST_READ),
    );
    return clean(masked.replace(keyLike, MASK), LONGEST_QUOTED);
  };
};
