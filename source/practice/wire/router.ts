import type {Asked, Reply} from './exchange.ts';
import {decoded} from './exchange.ts';

/** A row of a route table: `{}` in the path stands for one segment, handed over decoded. */
export type Route = readonly [
  method: string,
  path: string,
  handle: (asked: Asked, segment: string) => Reply,
];

export type Found =
  | {readonly kind: 'handled'; readonly reply: Reply}
  | {readonly kind: 'otherMethod'}
  | {readonly kind: 'nowhere'};

/** The first row that fits wins; a trailing slash makes no difference. */
export const route = (routes: readonly Route[], asked: Asked): Found => {
  const here = routes.flatMap(([method, pattern, handle]) => {
    const segment = match(pattern, asked.path);
    return segment === undefined ? [] : [{method, handle, segment}];
  });
  const chosen = here.find(({method}) => method === asked.method);
  if (chosen !== undefined) return {kind: 'handled', reply: chosen.handle(asked, chosen.segment)};
  return {kind: here.length > 0 ? 'otherMethod' : 'nowhere'};
};

/** The segment at `{}` (`''` where the pattern has none), or `undefined` where the path does not fit. */
const match = (pattern: string, path: string): string | undefined => {
  const wanted = pattern.split('/');
  const given = path.replace(/(?<=.)\/$/, '').split('/');
  if (wanted.length !== given.length) return undefined;
  if (!wanted.every((segment, at) => segment === '{}' || segment === given[at])) return undefined;
  const at = wanted.indexOf('{}');
  return at < 0 ? '' : decoded(given[at] ?? '');
};
