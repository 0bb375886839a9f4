import {cleanTyped} from '../key/clean.ts';
import {graphemeAfter, graphemeBefore, settle} from './grapheme.ts';
import {bigWordBefore, wordAfter, wordBefore} from './word.ts';

/** A line of text that is being typed. `caret`: UTF-16 units from the start, between two graphemes. */
export type Line = {readonly text: string; readonly caret: number};

/** UTF-16 units; what comes on top is not taken. */
const LONGEST_LINE = 10_000;

/** Text to go on typing in, caret at its end. */
export const lineOf = (text: string): Line => insert({text: '', caret: 0}, text);

/**
 * The line after a key, `text` and `paste` bringing text of their own; the very same line where the key has
 * nothing to do (Left at the start); `undefined` for a key that does not edit.
 */
export const editLine = (
  line: Line,
  key: {readonly name: string; readonly text: string},
): Line | undefined => {
  const settled = settle(line.text, line.caret);
  const sound = settled === line.caret ? line : {text: line.text, caret: settled};
  if (key.name === 'text' || key.name === 'paste') return insert(sound, key.text);
  return edits.get(key.name)?.(sound);
};

type Edit = (line: Line) => Line;
type Place = (text: string, caret: number) => number;

const start: Place = () => 0;
const end: Place = text => text.length;

const moveTo =
  (place: Place): Edit =>
  line => {
    const caret = place(line.text, line.caret);
    return caret === line.caret ? line : {text: line.text, caret};
  };

const removeTo =
  (place: Place): Edit =>
  line => {
    const other = place(line.text, line.caret);
    if (other === line.caret) return line;
    const from = Math.min(other, line.caret);
    const text = line.text.slice(0, from) + line.text.slice(Math.max(other, line.caret));
    // What has been apart can grow together: two halves of a flag, a letter and an accent.
    return {text, caret: settle(text, from)};
  };

/** As in a shell: Ctrl+W goes by blanks, Alt by letters and digits. Ctrl+D is left to the screens. */
const edits: ReadonlyMap<string, Edit> = new Map([
  ['left', moveTo(graphemeBefore)],
  ['right', moveTo(graphemeAfter)],
  ['home', moveTo(start)],
  ['end', moveTo(end)],
  ['ctrl+a', moveTo(start)],
  ['ctrl+e', moveTo(end)],
  ['alt+b', moveTo(wordBefore)],
  ['alt+f', moveTo(wordAfter)],
  ['ctrl+left', moveTo(wordBefore)],
  ['ctrl+right', moveTo(wordAfter)],
  ['alt+left', moveTo(wordBefore)],
  ['alt+right', moveTo(wordAfter)],
  ['backspace', removeTo(graphemeBefore)],
  ['delete', removeTo(graphemeAfter)],
  ['ctrl+u', removeTo(start)],
  ['ctrl+k', removeTo(end)],
  ['ctrl+w', removeTo(bigWordBefore)],
  ['alt+backspace', removeTo(wordBefore)],
]);

/** Keys that edit wherever text is typed, besides text itself: no command of such a screen may take them. */
export const editingKeys: readonly string[] = [...edits.keys()];

const insert = (line: Line, typed: string): Line => {
  const added = fitting(cleanTyped(typed), LONGEST_LINE - line.text.length);
  if (added === '') return line;
  // An accent that comes alone belongs to the letter before it, so the two are cleaned as one.
  const from = startsPlain(added) ? line.caret : graphemeBefore(line.text, line.caret);
  const joined = line.text.slice(0, from) + cleanTyped(line.text.slice(from, line.caret) + added);
  const text = joined + line.text.slice(line.caret);
  return {text, caret: settle(text, joined.length)};
};

const startsPlain = (text: string): boolean => text.charCodeAt(0) < 0x80;

/** As much of a text as there is room for, without half a pair at its end. */
const fitting = (text: string, room: number): string =>
  text.length <= room ? text : text.slice(0, Math.max(0, room)).replace(/[\uD800-\uDBFF]$/, '');
