import type {KeyRequest} from '../../key/request.ts';
import {acted} from '../acts.ts';
import type {Press} from '../acts.ts';
import {pageOf} from '../cursor.ts';
import type {Step} from '../event.ts';
import {pop, push, put, step} from '../path.ts';
import type {ReviewLine, ReviewScreen, Screen, Size, State} from '../state.ts';
import {chooseScreen} from './choose.ts';
import {configureScreen, isExpiryByPolicy} from './configure.ts';
import {movedIndex} from './filter.ts';
import {limitsScreen} from './limits.ts';
import {expiryScreen, metadataScreen} from './pages.ts';
import {policyScreen} from './policies.ts';

/** Rows of a review besides its lines, and the width that a line usually needs. */
const [otherRows, usualColumns] = [9, 72];

/**
 * The lines from top to bottom. The cursor starts on the one that creates, which stands last; where not all
 * of them fit on the screen, on the first: nobody should create what was out of view.
 */
export const reviewScreen = (request: KeyRequest, size: Size): ReviewScreen => {
  const {access} = request;
  const grants = access.kind === 'apis' ? access.grants.slice(1) : [];
  const lines = [
    {kind: 'access'},
    ...(access.kind === 'policies' ? [{kind: 'opens' as const}] : []),
    ...grants.map((_, at) => ({kind: 'grant' as const, index: at + 1})),
    {kind: 'expires'},
    {kind: 'limits'},
    {kind: 'alias'},
    {kind: 'tags'},
    {kind: 'metadata'},
    {kind: 'logging'},
    {kind: 'server'},
    {kind: 'create'},
  ] as const satisfies readonly ReviewLine[];
  const fits = size.columns >= usualColumns && lines.length + otherRows <= size.rows;
  return {kind: 'review', request, lines, cursor: fits ? lines.length - 1 : 0};
};

export const pressReview = (state: State, screen: ReviewScreen, event: Press): Step => {
  const cursor = movedIndex(screen.cursor, event.intent, screen.lines.length, pageOf(state.size));
  if (cursor !== undefined) return step(onLine(state, screen, cursor));
  return acted(state, event.intent, {
    create: () => created(state, screen.request, event.key.readAt),
    change: () => step(changing(state, screen)),
    request: () =>
      step(push(state, {kind: 'request', text: undefined, shows: 'json', top: 0}), {
        kind: 'describe',
        request: screen.request,
        skewMs: state.skewMs ?? 0,
      }),
    back: () => step(pop(state)),
  });
};

/** Another line has the cursor. Enter on the one that creates counts only when that has been seen. */
const onLine = (state: State, screen: ReviewScreen, cursor: number): State => {
  if (cursor === screen.cursor) return state;
  const moved = put(state, {...screen, cursor});
  return screen.lines[cursor]?.kind === 'create' ? {...moved, guardedSince: undefined} : moved;
};

/** The only transition that makes a key, and it leaves the screen that can ask for one. */
const created = (state: State, request: KeyRequest, now: number): Step =>
  step(push(state, {kind: 'creating', request, since: now, now, leavingAt: undefined}), {
    kind: 'createKey',
    request,
  });

/** The page on which a line can be changed; it comes back here. */
const changing = (state: State, screen: ReviewScreen): State => {
  const line = screen.lines[screen.cursor];
  const page = line && pageFor(state, line.kind);
  if (page === 'expiryByPolicy') return {...state, note: {kind: 'expiryByPolicy'}};
  return page === undefined ? state : push(state, page);
};

const pageFor = (state: State, line: ReviewLine['kind']): Screen | 'expiryByPolicy' | undefined => {
  switch (line) {
    case 'access':
    case 'opens':
    case 'grant':
      return state.draft.way === 'apis' ? chooseScreen(state) : policyScreen(state);
    case 'expires':
      return isExpiryByPolicy(state.draft) ? 'expiryByPolicy' : expiryScreen;
    case 'limits':
      return limitsScreen(state);
    case 'alias':
    case 'tags':
    case 'logging':
      return configureScreen(state, line, true);
    case 'metadata':
      return metadataScreen(state.draft);
    case 'server':
    case 'create':
      return undefined;
  }
};
