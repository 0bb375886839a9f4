import type {Chunk} from '../key/backend.ts';
import type {Answer} from '../key/problem.ts';
import {ask} from './call.ts';
import type {ListDialect, Page} from './dialect.ts';
import type {Reply, Sent} from './exchange.ts';
import {explain} from './explain.ts';
import type {Link} from './link.ts';
import {jsonOf, unreadable} from './parse/json.ts';
import {refusal} from './refusal.ts';
import {whileRunning} from './while-running.ts';

/** Rows are handed out in parts, so that a screen stays alive while thousands of them are read. */
const ROWS_A_CHUNK = 500;
/** A list may grow by a little while it is paged through. */
const EXTRA_PAGES = 100;

type Row = {readonly id: string};
type Chunks<T, Result = undefined> = AsyncGenerator<Answer<Chunk<T>>, Result, undefined>;

/** A whole list, as it arrives. Ends after a problem; a caller who stops early ends the request too. */
export async function* loadList<T extends Row>(
  link: Link,
  list: ListDialect<T>,
  signal: AbortSignal,
): Chunks<T> {
  const stop = new AbortController();
  const forward = () => {
    stop.abort();
  };
  signal.addEventListener('abort', forward);
  if (signal.aborted) forward();
  try {
    yield* walkPages(link, list, stop.signal);
  } finally {
    signal.removeEventListener('abort', forward);
    stop.abort();
  }
}

/** Ends quietly at a page without news; pages that grow while they are read end it with a problem. */
async function* walkPages<T extends Row>(
  link: Link,
  list: ListDialect<T>,
  signal: AbortSignal,
): Chunks<T> {
  const seen = new Set<string>();
  let receivedBytes = 0;
  let pages = 1;
  let bound = 1;
  for (let number = 1; number <= pages; number += 1) {
    if (number > bound) yield unreadable('pages that never end');
    if (number > bound) return;
    const loaded = yield* loadPage(link, list, number, receivedBytes, signal);
    if (!loaded.ok) yield loaded;
    if (!loaded.ok) return;
    receivedBytes = loaded.value.receivedBytes;
    pages = Math.max(pages, loaded.value.pages);
    if (number === 1) bound = Math.min(pages + EXTRA_PAGES, link.bounds.pages);
    const before = seen.size;
    yield* rowsOf(link, list, loaded.value, seen);
    if (seen.size === before) return;
  }
}

type LoadedPage = Page & {readonly receivedBytes: number};

/** One page, read whole; meanwhile chunks without rows tell how much has come, `before` included. */
async function* loadPage<T>(
  link: Link,
  list: ListDialect<T>,
  number: number,
  before: number,
  signal: AbortSignal,
): Chunks<T, Answer<LoadedPage>> {
  const path = list.path(number);
  let receivedBytes = before;
  const sent = yield* whileRunning<Answer<Chunk<T>>, Sent>(report => {
    const sparingly = atMostEvery(link.timings.progress, link.now, () => {
      report({ok: true, value: {rows: [], receivedBytes}});
    });
    const onBytes = (bytes: number) => {
      receivedBytes = before + bytes;
      sparingly();
    };
    const {list: deadlines} = link.timings;
    return ask(link, path, {signal, deadlines, limitBytes: link.bounds.listBytes, onBytes});
  });
  if (!sent.ok) return sent;
  const page = readPage(link, list, sent.value);
  if (!page.ok) return {ok: false, problem: await explain(link, list, page.problem, signal)};
  link.listed.add(path);
  return {ok: true, value: {...page.value, receivedBytes}};
}

const atMostEvery = (ms: number, now: () => number, report: () => void) => {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() - last < ms) return;
    last = now();
    report();
  };
};

/** What an answer of any status says as a page of `list`. */
export const readPage = <T>(link: Link, list: ListDialect<T>, reply: Reply): Answer<Page> => {
  const {dialect, url, quote} = link;
  if (reply.status !== 200)
    return {ok: false, problem: refusal({kind: dialect.kind, base: url, reply, quote})};
  const json = jsonOf(reply);
  return json.ok ? list.readPage(json.value) : json;
};

/** The rows that are new, in parts; one part without rows for an empty page. Garbage between rows is left out. */
async function* rowsOf<T extends Row>(
  link: Link,
  list: ListDialect<T>,
  {items, receivedBytes}: LoadedPage,
  seen: Set<string>,
): Chunks<T> {
  const before = seen.size;
  for (let start = 0; start === 0 || start < items.length; start += ROWS_A_CHUNK) {
    if (start > 0) await link.turn();
    const rows = items.slice(start, start + ROWS_A_CHUNK).flatMap(item => {
      const row = list.readRow(item);
      if (row === undefined || seen.has(row.id)) return [];
      seen.add(row.id);
      return [row];
    });
    yield {ok: true, value: {rows, receivedBytes}};
  }
  if (items.length > 0 && before === 0 && seen.size === 0) yield unreadable(list.rowName);
}
