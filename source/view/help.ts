import {keyName, keyWords} from '../text/keys.ts';
import {helpTitle} from '../text/frame.ts';
import {bindingsNow} from '../wizard/keymap.ts';
import type {Binding} from '../wizard/keymap.ts';
import type {State} from '../wizard/state.ts';
import type {Block, Text} from './content.ts';
import {gap, paragraph} from './content.ts';

/** How many of a row's keys are named: the first is the usual one, the second the way around. */
const namedKeys = 2;

/** All keys of the screen below, from the table that also says what they do. */
export const helpBody = (state: State, top: number): readonly Block[] => [
  gap,
  paragraph(helpTitle, 'strong'),
  gap,
  {kind: 'lines', lines: helpLines(state), top},
];

const helpLines = (state: State): readonly Text[] => {
  const rows = reachable(bindingsNow({...state, help: undefined}));
  const seen = new Set<string>();
  return rows.flatMap(({keys, says}) => {
    if (seen.has(says)) return [];
    seen.add(says);
    const same = rows.filter(row => row.says === says).flatMap(row => row.keys);
    const named = says === 'type' ? keys.slice(0, 1) : [...new Set(same)].slice(0, namedKeys);
    const label = named.map(keyName).join(', ').padEnd(18);
    return [[{text: label, role: 'accent' as const}, {text: keyWords[says].help}]];
  });
};

/** Rows without the keys that an earlier row takes: what can't be done now is not promised. */
const reachable = (rows: readonly Binding[]): readonly Binding[] => {
  const taken = new Set<string>();
  return rows.flatMap(row => {
    const keys = row.keys.filter(key => !taken.has(key));
    for (const key of keys) taken.add(key);
    return keys.length === 0 ? [] : [{...row, keys}];
  });
};
