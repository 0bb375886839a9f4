import type {Answer} from '../../key/problem.ts';
import type {Reply} from '../exchange.ts';

/** `what` names the member that is wrong, or the kind of body. */
export const unreadable = (what: string, status = 200): Extract<Answer<never>, {ok: false}> => ({
  ok: false,
  problem: {kind: 'unreadable', status, what},
});

/** The body as JSON; other bodies are named by what they look like. */
export const jsonOf = ({body, status}: Reply): Answer<unknown> => {
  try {
    const value: unknown = JSON.parse(body.startsWith(BYTE_ORDER_MARK) ? body.slice(1) : body);
    return {ok: true, value};
  } catch {
    return unreadable(kindOf(body), status);
  }
};

const BYTE_ORDER_MARK = '\uFEFF';

const kindOf = (body: string): string => {
  const start = body.slice(0, 200).trimStart();
  const end = body.slice(-200).trimEnd();
  if (start === '' && end === '') return 'empty body';
  if (start.startsWith('<')) return 'HTML instead of JSON';
  const closing = start.startsWith('{') ? '}' : start.startsWith('[') ? ']' : undefined;
  if (closing !== undefined && !end.endsWith(closing)) return 'JSON that ends too early';
  return 'no JSON';
};
