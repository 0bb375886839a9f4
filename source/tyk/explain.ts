import type {Problem} from '../key/problem.ts';
import type {ListDialect} from './dialect.ts';
import type {Link} from './link.ts';
import {recogniseServer} from './recognise.ts';

/**
 * A list that is not there or is not a list often means the wrong server: asked who it is, without the
 * credential. Anything else, and any server that has given its APIs before, keeps the problem it had.
 */
export const explain = async (
  link: Link,
  list: Pick<ListDialect<unknown>, 'absent'>,
  problem: Problem,
  signal: AbortSignal,
): Promise<Problem> => {
  const {dialect, listed} = link;
  const isAbsent = problem.kind === 'rejected' && problem.status === 404;
  const isKnown = listed.has(dialect.apis.path(1));
  if (isKnown && isAbsent) return list.absent ?? problem;
  if (isKnown || !(isAbsent || problem.kind === 'unreadable')) return problem;
  const found = await recogniseServer(link, signal);
  if (found === 'unknown') return problem;
  if (found !== dialect.kind) return {kind: 'otherServer', found};
  // The secret was right, else it would have been a 403: only a data-plane gateway has no list of APIs.
  return found === 'gateway' && problem.kind === 'rejected'
    ? {kind: 'otherServer', found: 'dataPlane'}
    : problem;
};
