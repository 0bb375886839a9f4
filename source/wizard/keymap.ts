import {rowAt} from './cursor.ts';
import {editingKeys} from './edit.ts';
import {present} from './path.ts';
import type {ScreenKind, State} from './state.ts';

/** What a person means by a key. */
export type Intent =
  | 'help'
  | 'cancel'
  | 'suspend'
  | 'redraw'
  | 'back'
  | 'next'
  | 'edit'
  | 'clear'
  | 'up'
  | 'down'
  | 'pageUp'
  | 'pageDown'
  | 'first'
  | 'last'
  | 'nextRow'
  | 'previousRow'
  | 'toggle'
  | 'remove'
  | 'mark'
  | 'grouping'
  | 'filter'
  | 'clearFilter'
  | 'copyId'
  | 'versions'
  | 'create'
  | 'change'
  | 'request'
  | 'otherForm'
  | 'reveal'
  | 'hide'
  | 'copy'
  | 'revoke'
  | 'try'
  | 'pasted'
  | 'notPasted'
  | 'done'
  | 'stop'
  | 'leaveSoon'
  | 'leaveNow'
  | 'widget';

/** Which words describe a row, in the hint line and in the help. */
export type KeyWord =
  | 'connect'
  | 'nextField'
  | 'previousField'
  | 'type'
  | 'choose'
  | 'back'
  | 'clearSearch'
  | 'rows'
  | 'pages'
  | 'ends'
  | 'mark'
  | 'nextMarked'
  | 'nextThis'
  | 'nextTyped'
  | 'grouping'
  | 'filter'
  | 'clearFilter'
  | 'copyId'
  | 'versions'
  | 'apply'
  | 'toggle'
  | 'open'
  | 'nextRow'
  | 'toReview'
  | 'accept'
  | 'remove'
  | 'create'
  | 'change'
  | 'request'
  | 'asJson'
  | 'asCurl'
  | 'lines'
  | 'reveal'
  | 'hide'
  | 'copy'
  | 'revoke'
  | 'try'
  | 'pasted'
  | 'notPasted'
  | 'done'
  | 'done!'
  | 'stop'
  | 'leaveSoon'
  | 'leaveNow'
  | 'help'
  | 'close'
  | 'cancel'
  | 'suspend'
  | 'redraw';

export type Binding = {
  /** Names from the terminal's key table; a single character where no text is typed. */
  readonly keys: readonly string[];
  readonly intent: Intent;
  readonly says: KeyWord;
  /** Shown in the hint line, in the order of the table; all rows are in the help. */
  readonly hint?: true;
  readonly when?: (state: State) => boolean;
  /** Takes only keys that were read after this screen had been seen (see `route`). */
  readonly guarded?: true;
};

const typed = ['text', 'paste', ...editingKeys];
/** In a list Home and End belong to the rows, not to the text. */
const typedInList = typed.filter(key => key !== 'home' && key !== 'end');

const edit: Binding = {keys: typed, intent: 'edit', says: 'type'};
const back: Binding = {keys: ['escape', 'shift+tab'], intent: 'back', says: 'back', hint: true};
const widget: readonly Binding[] = [
  {keys: ['up', 'down'], intent: 'widget', says: 'rows', hint: true},
  {keys: ['enter'], intent: 'widget', says: 'choose', hint: true},
];
const moves: readonly Binding[] = [
  {keys: ['up'], intent: 'up', says: 'rows'},
  {keys: ['down'], intent: 'down', says: 'rows'},
  {keys: ['pageUp'], intent: 'pageUp', says: 'pages'},
  {keys: ['pageDown'], intent: 'pageDown', says: 'pages'},
  {keys: ['home'], intent: 'first', says: 'ends'},
  {keys: ['end'], intent: 'last', says: 'ends'},
];
const search: readonly Binding[] = [
  {keys: typedInList, intent: 'edit', says: 'type'},
  {
    keys: ['escape'],
    intent: 'clear',
    says: 'clearSearch',
    hint: true,
    when: state => hasQuery(state),
  },
  {keys: ['escape', 'shift+tab'], intent: 'back', says: 'back', hint: true},
];

/** A list is on its way, and the screen is one that shows it. */
const isLoading = ({path, apis, policies}: State): boolean => {
  const kind = path.at(-1)?.kind;
  if (kind === 'policies') return policies.status === 'loading';
  return (kind === 'way' || kind === 'choose') && apis.status === 'loading';
};

/** Works on every screen, below the rows of the screen itself. */
export const everywhere: readonly Binding[] = [
  {keys: ['f1', 'ctrl+o'], intent: 'help', says: 'help', hint: true},
  {keys: ['?'], intent: 'help', says: 'help'},
  {keys: ['ctrl+g', 'f2'], intent: 'stop', says: 'stop', hint: true, when: isLoading},
  {keys: ['ctrl+l'], intent: 'redraw', says: 'redraw'},
  {keys: ['ctrl+z'], intent: 'suspend', says: 'suspend'},
  {keys: ['ctrl+c'], intent: 'cancel', says: 'cancel'},
];

/** While the help is shown, nothing else is listened to. */
export const helpKeys: readonly Binding[] = [
  {keys: ['up'], intent: 'up', says: 'lines', hint: true},
  {keys: ['down'], intent: 'down', says: 'lines'},
  {keys: ['pageUp'], intent: 'pageUp', says: 'pages'},
  {keys: ['pageDown'], intent: 'pageDown', says: 'pages'},
  {keys: ['escape', 'enter', 'f1', 'ctrl+o', 'q', '?'], intent: 'back', says: 'close', hint: true},
  {keys: ['ctrl+c'], intent: 'cancel', says: 'cancel', guarded: true},
];

const checkMarks = (next: KeyWord): readonly Binding[] => [
  {keys: [' ', 'tab'], intent: 'toggle', says: 'mark', hint: true},
  {keys: ['enter'], intent: 'next', says: next, hint: true},
  ...moves,
  back,
];

const focusIs =
  (...rows: readonly string[]) =>
  (state: State): boolean => {
    const screen = present(state);
    return screen.kind === 'configure' && rows.includes(screen.focus);
  };

/** What kind of row of the limits has the focus. */
const limitIs =
  (is: 'done' | 'renews' | 'switch' | 'text') =>
  (state: State): boolean => {
    const screen = present(state);
    if (screen.kind !== 'limits') return false;
    switch (is) {
      case 'done':
      case 'renews':
        return screen.focus === is;
      case 'switch':
        return ['rateOn', 'throttleOn', 'quotaOn'].includes(screen.focus);
      case 'text':
        return !['rateOn', 'throttleOn', 'quotaOn', 'renews', 'done'].includes(screen.focus);
    }
  };

const hasQuery = (state: State): boolean => {
  const screen = present(state);
  return (screen.kind === 'choose' || screen.kind === 'policies') && screen.query.text !== '';
};

const onCreateRow = (state: State): boolean => {
  const screen = present(state);
  return screen.kind === 'review' && screen.lines[screen.cursor]?.kind === 'create';
};

const shows =
  (what: 'json' | 'curl') =>
  (state: State): boolean => {
    const screen = present(state);
    return screen.kind === 'request' && screen.shows === what;
  };

const key =
  (is: 'revealed' | 'hidden' | 'asking' | 'safe' | 'unsafe') =>
  (state: State): boolean => {
    const screen = present(state);
    if (screen.kind !== 'created') return false;
    switch (is) {
      case 'revealed':
        return screen.revealed;
      case 'hidden':
        return !screen.revealed;
      case 'asking':
        return screen.pasted === 'asking';
      case 'safe':
        return screen.seen || screen.pasted === 'yes';
      case 'unsafe':
        return !screen.seen && screen.pasted !== 'yes';
    }
  };

const hasFilter = (state: State): boolean => {
  const screen = present(state);
  if (screen.kind !== 'choose') return false;
  const {authTypes, categories, onlyOpenable} = screen.filter;
  return authTypes.length > 0 || categories.length > 0 || onlyOpenable;
};

/** The cursor is on an API of which the versions can be chosen. */
const isVersioned = (state: State): boolean => {
  const screen = present(state);
  if (screen.kind !== 'choose') return false;
  return rowAt(state.apis.shelf, screen.cursor)?.versioned === true;
};

const marked = (state: State): boolean => state.draft.grants.length > 0;
const markedPolicies = (state: State): boolean => state.draft.policies.length > 0;
/** A server that lists no policies: their ids are typed. */
const takesIds = ({policies}: State): boolean => policies.problem?.kind === 'policiesNotListed';
const hasTypedIds = (state: State): boolean => takesIds(state) && hasQuery(state);
const canGoBack = (state: State): boolean => state.path.length > 1;
const connecting = (state: State): boolean => {
  const screen = present(state);
  return screen.kind === 'connect' && screen.busy;
};
const notConnecting = (state: State): boolean => !connecting(state);
const notRevoking = (state: State): boolean => {
  const screen = present(state);
  return screen.kind !== 'leave' || !screen.revoking;
};
const leaving = (state: State): boolean => {
  const screen = present(state);
  return screen.kind === 'creating' && screen.leavingAt !== undefined;
};

/** One row: what a key does, and what the hint line and the help promise. */
export const keymaps: {readonly [kind in ScreenKind]: readonly Binding[]} = {
  connect: [
    {keys: ['enter'], intent: 'next', says: 'connect', hint: true, when: notConnecting},
    {
      keys: ['tab', 'down'],
      intent: 'nextRow',
      says: 'nextField',
      hint: true,
      when: notConnecting,
    },
    {
      keys: ['shift+tab', 'up'],
      intent: 'previousRow',
      says: 'previousField',
      when: notConnecting,
    },
    {keys: ['escape'], intent: 'back', says: 'back', hint: true, when: connecting},
    {...edit, when: notConnecting},
  ],
  way: [...widget, {...back, when: canGoBack}],
  choose: [
    {keys: ['tab'], intent: 'mark', says: 'mark', hint: true},
    {keys: ['enter'], intent: 'next', says: 'nextMarked', hint: true, when: marked},
    {keys: ['enter'], intent: 'next', says: 'nextThis', hint: true},
    {keys: ['ctrl+v', 'f3'], intent: 'versions', says: 'versions', hint: true, when: isVersioned},
    {keys: ['ctrl+v', 'f3'], intent: 'versions', says: 'versions'},
    {keys: ['ctrl+t'], intent: 'grouping', says: 'grouping', hint: true},
    {keys: ['ctrl+r'], intent: 'filter', says: 'filter', hint: true},
    ...search,
    {keys: ['ctrl+x'], intent: 'clearFilter', says: 'clearFilter', when: hasFilter},
    {keys: ['ctrl+y', 'f4'], intent: 'copyId', says: 'copyId'},
    ...moves,
  ],
  policies: [
    {keys: ['tab'], intent: 'mark', says: 'mark', hint: true, when: state => !takesIds(state)},
    {keys: ['enter'], intent: 'next', says: 'nextTyped', hint: true, when: hasTypedIds},
    {keys: ['enter'], intent: 'next', says: 'nextMarked', hint: true, when: markedPolicies},
    {keys: ['enter'], intent: 'next', says: 'nextThis', hint: true},
    ...search,
    {keys: ['ctrl+y', 'f4'], intent: 'copyId', says: 'copyId'},
    ...moves,
  ],
  grouping: [...widget, back],
  filter: [
    ...checkMarks('apply'),
    {keys: ['ctrl+x'], intent: 'clearFilter', says: 'clearFilter', hint: true},
  ],
  versions: checkMarks('accept'),
  configure: [
    {keys: ['enter'], intent: 'next', says: 'toReview', hint: true, when: focusIs('review')},
    {
      keys: ['enter'],
      intent: 'next',
      says: 'open',
      hint: true,
      when: focusIs('expires', 'metadata', 'limits'),
    },
    {keys: ['enter'], intent: 'next', says: 'nextRow', hint: true},
    {keys: [' '], intent: 'toggle', says: 'toggle', hint: true, when: focusIs('logging')},
    {keys: ['tab', 'down'], intent: 'nextRow', says: 'nextField', hint: true},
    {keys: ['shift+tab', 'up'], intent: 'previousRow', says: 'previousField', hint: true},
    {keys: ['escape'], intent: 'back', says: 'back', hint: true},
    {...edit, when: focusIs('organisation', 'alias', 'tags')},
  ],
  expiry: [...widget, back],
  ownExpiry: [{keys: ['enter'], intent: 'next', says: 'accept', hint: true}, back, edit],
  never: [{keys: ['enter'], intent: 'next', says: 'accept', hint: true}, back, edit],
  metadata: [
    {keys: ['enter'], intent: 'next', says: 'nextRow', hint: true},
    {keys: ['tab'], intent: 'nextRow', says: 'nextField', hint: true},
    {keys: ['shift+tab'], intent: 'previousRow', says: 'previousField'},
    {keys: ['up'], intent: 'up', says: 'rows'},
    {keys: ['down'], intent: 'down', says: 'rows'},
    {keys: ['ctrl+d', 'f8'], intent: 'remove', says: 'remove', hint: true},
    {keys: ['escape'], intent: 'back', says: 'back', hint: true},
    edit,
  ],
  limits: [
    {keys: ['enter'], intent: 'next', says: 'accept', hint: true, when: limitIs('done')},
    {keys: ['enter'], intent: 'next', says: 'open', hint: true, when: limitIs('renews')},
    {keys: ['enter'], intent: 'next', says: 'nextRow', hint: true},
    {keys: [' '], intent: 'toggle', says: 'toggle', hint: true, when: limitIs('switch')},
    {keys: ['tab', 'down'], intent: 'nextRow', says: 'nextField', hint: true},
    {keys: ['shift+tab', 'up'], intent: 'previousRow', says: 'previousField', hint: true},
    {keys: ['escape'], intent: 'back', says: 'back', hint: true},
    {...edit, when: limitIs('text')},
  ],
  renewal: [...widget, back],
  ownRenewal: [{keys: ['enter'], intent: 'next', says: 'accept', hint: true}, back, edit],
  review: [
    {
      keys: ['enter'],
      intent: 'create',
      says: 'create',
      hint: true,
      when: onCreateRow,
      guarded: true,
    },
    {
      keys: ['enter'],
      intent: 'change',
      says: 'change',
      hint: true,
      when: state => !onCreateRow(state),
    },
    {keys: ['up'], intent: 'up', says: 'lines', hint: true},
    {keys: ['down'], intent: 'down', says: 'lines'},
    {keys: ['v'], intent: 'request', says: 'request', hint: true},
    back,
    ...moves.slice(2),
  ],
  request: [
    {keys: ['v', 'tab'], intent: 'otherForm', says: 'asCurl', hint: true, when: shows('json')},
    {keys: ['v', 'tab'], intent: 'otherForm', says: 'asJson', hint: true, when: shows('curl')},
    {keys: ['up'], intent: 'up', says: 'lines', hint: true},
    {keys: ['down'], intent: 'down', says: 'lines'},
    ...moves.slice(2),
    {keys: ['escape', 'shift+tab', 'enter', 'q'], intent: 'back', says: 'back', hint: true},
  ],
  creating: [
    {keys: ['ctrl+c'], intent: 'leaveNow', says: 'leaveNow', hint: true, when: leaving},
    {keys: ['ctrl+c'], intent: 'leaveSoon', says: 'leaveSoon', hint: true},
  ],
  notCreated: widget,
  unknown: widget,
  created: [
    {keys: ['y'], intent: 'pasted', says: 'pasted', hint: true, when: key('asking'), guarded: true},
    {
      keys: ['n'],
      intent: 'notPasted',
      says: 'notPasted',
      hint: true,
      when: key('asking'),
      guarded: true,
    },
    {keys: ['r'], intent: 'reveal', says: 'reveal', hint: true, when: key('hidden'), guarded: true},
    {keys: ['r'], intent: 'hide', says: 'hide', hint: true, when: key('revealed'), guarded: true},
    {keys: ['c'], intent: 'copy', says: 'copy', hint: true, guarded: true},
    {keys: ['q'], intent: 'done', says: 'done', hint: true, when: key('safe'), guarded: true},
    {keys: ['q'], intent: 'done', says: 'done!', hint: true, when: key('unsafe'), guarded: true},
    {keys: ['u'], intent: 'revoke', says: 'revoke', hint: true, guarded: true},
    {
      keys: ['t'],
      intent: 'try',
      says: 'try',
      hint: true,
      when: state => state.practice,
      guarded: true,
    },
  ],
  leave: [
    {keys: ['up', 'down'], intent: 'widget', says: 'rows', hint: true, when: notRevoking},
    {
      keys: ['enter'],
      intent: 'widget',
      says: 'choose',
      hint: true,
      when: notRevoking,
      guarded: true,
    },
    {...back, when: notRevoking},
    // A second Ctrl+C in one read must not lose a key that nobody has.
    {keys: ['ctrl+c'], intent: 'cancel', says: 'cancel', guarded: true},
  ],
};

/** The rows that count at this moment. */
export const bindingsNow = (state: State): readonly Binding[] =>
  (state.help === undefined ? [...keymaps[present(state).kind], ...everywhere] : helpKeys).filter(
    binding => binding.when?.(state) ?? true,
  );

/** Whether text is typed on the present screen; if not, every character is a key of its own. */
export const takesText = (state: State): boolean =>
  bindingsNow(state).some(binding => binding.keys.includes('text'));
