import type {KeyWord} from '../wizard/keymap.ts';

/** What a key does, in the hint line (short) and in the help (a line). */
export const keyWords: {
  readonly [word in KeyWord]: {readonly hint: string; readonly help: string};
} = {
  connect: {hint: 'connect', help: 'connect, or go to the field that is still empty'},
  nextField: {hint: 'next field', help: 'next field'},
  previousField: {hint: 'previous', help: 'previous field'},
  type: {hint: 'type', help: 'type, paste, move and delete as in a shell'},
  choose: {hint: 'choose', help: 'choose the row'},
  back: {hint: 'back', help: 'back; nothing is lost'},
  clearSearch: {hint: 'clear', help: 'clear the search'},
  rows: {hint: 'move', help: 'move up and down'},
  pages: {hint: 'page', help: 'move by a page'},
  ends: {hint: 'ends', help: 'first and last row'},
  mark: {hint: 'mark', help: 'mark the row, or take the mark off'},
  nextMarked: {hint: 'next with the marked', help: 'go on with what is marked'},
  nextThis: {hint: 'take this', help: 'go on with the row under the cursor'},
  nextTyped: {hint: 'take what is typed', help: 'go on with the ids that are typed'},
  grouping: {hint: 'group', help: 'group by authentication type, category, or not'},
  filter: {hint: 'filter', help: 'filter by authentication type and category'},
  clearFilter: {hint: 'clear filters', help: 'clear all filters'},
  copyId: {hint: 'copy id', help: 'copy the id under the cursor'},
  versions: {hint: 'versions', help: 'choose the versions of the API under the cursor'},
  apply: {hint: 'apply', help: 'apply and go back'},
  toggle: {hint: 'on/off', help: 'switch on or off'},
  open: {hint: 'open', help: 'open'},
  nextRow: {hint: 'next', help: 'next field'},
  toReview: {hint: 'review', help: 'look at everything before it is created'},
  accept: {hint: 'accept', help: 'accept'},
  remove: {hint: 'remove row', help: 'remove the row'},
  create: {hint: 'create the key', help: 'create the key: one request, sent once'},
  change: {hint: 'change this', help: 'change what the line says, and come back'},
  request: {hint: 'show request', help: 'show the request as JSON and as curl'},
  asJson: {hint: 'as JSON', help: 'show it as JSON'},
  asCurl: {hint: 'as curl', help: 'show it as curl'},
  lines: {hint: 'move', help: 'move up and down'},
  reveal: {hint: 'reveal', help: 'show the key on this screen'},
  hide: {hint: 'hide', help: 'hide the key'},
  copy: {hint: 'copy', help: 'send the key to your clipboard, through the terminal'},
  revoke: {hint: 'revoke', help: 'delete the key again'},
  try: {hint: 'try it', help: 'call the practice APIs with the key'},
  pasted: {hint: 'yes, pasted', help: 'yes: it was pasted somewhere and is right'},
  notPasted: {hint: 'no', help: 'no: it did not arrive'},
  done: {hint: 'done', help: "leave; the key can't be shown again"},
  'done!': {hint: 'leave', help: 'leave; asks first, because nobody has the key yet'},
  stop: {hint: 'stop loading', help: 'stop loading; what has come stays'},
  leaveSoon: {hint: 'leave', help: 'leave when the answer is here'},
  leaveNow: {hint: 'leave now', help: 'leave without knowing whether a key was made'},
  help: {hint: 'help', help: 'all keys of this screen'},
  close: {hint: 'close', help: 'close the help'},
  cancel: {hint: 'quit', help: 'quit'},
  suspend: {hint: 'suspend', help: 'suspend; fg brings it back'},
  redraw: {hint: 'redraw', help: 'draw the screen anew'},
};

/** The hint of `nextMarked`, where the number is known. */
export const nextWith = (marked: number): string => `next with ${marked}`;

/** How a key is called on a keyboard. */
export const keyName = (name: string): string => {
  const known = keyNames[name];
  if (known !== undefined) return known;
  if (/^f\d+$/.test(name)) return name.toUpperCase();
  const chord = /^(ctrl|alt|shift)\+(.+)$/.exec(name);
  if (chord === null) return name;
  const [, modifier = '', rest = ''] = chord;
  return `${modifier.charAt(0).toUpperCase()}${modifier.slice(1)}+${keyNames[rest] ?? rest.toUpperCase()}`;
};

const keyNames: Readonly<Record<string, string>> = {
  enter: 'Enter',
  tab: 'Tab',
  escape: 'Esc',
  up: 'Up',
  down: 'Down',
  left: 'Left',
  right: 'Right',
  home: 'Home',
  end: 'End',
  pageUp: 'PgUp',
  pageDown: 'PgDn',
  backspace: 'Backspace',
  delete: 'Delete',
  text: 'Letters',
  paste: 'Paste',
  ' ': 'Space',
};
