import {describe, expect, it} from 'vitest';
import {nameKey} from '../../source/terminal/key-table.ts';
import {alt, ctrl, shift, xtermSequence} from '../../source/terminal/key-names.ts';
import {nothingPending, settle, splitKeys} from '../../source/terminal/split-keys.ts';
import {keyWords} from '../../source/text/keys.ts';
import {editingKeys} from '../../source/wizard/edit.ts';
import type {Binding} from '../../source/wizard/keymap.ts';
import {bindingsNow, everywhere, helpKeys, keymaps, takesText} from '../../source/wizard/keymap.ts';
import {route} from '../../source/wizard/route.ts';
import {everyScreen, screenKinds} from '../helpers/screens.ts';
import {monday, quietMs} from '../helpers/wizard.ts';

const allRows: readonly Binding[] = [...Object.values(keymaps).flat(), ...everywhere, ...helpKeys];
const keysOf = (rows: readonly Binding[]): readonly string[] => rows.flatMap(row => row.keys);
const isPrintable = (key: string): boolean => Array.from(key).length === 1;

/** What a terminal sends for a key, read back by our own key table. */
const throughTerminal = (key: string): string | undefined => {
  const parts = key.split('+');
  const name = parts.at(-1) ?? '';
  const modifiers = {ctrl, alt, shift};
  const bits = Object.entries(modifiers).reduce(
    (sum, [word, bit]) => (parts.slice(0, -1).includes(word) ? sum | bit : sum),
    0,
  );
  const split = splitKeys(nothingPending, Buffer.from(xtermSequence(name, bits)));
  const [token] = [...split.tokens, ...settle(split.state).tokens];
  return token === undefined ? undefined : nameKey(token)?.name;
};

describe('the keymap', () => {
  it.each(screenKinds)('%s: the walk to it ends there', kind => {
    expect(everyScreen[kind]().screen.kind).toBe(kind);
  });

  it('has no row that is bound only to the prefix of tmux or screen', () => {
    const prefixes = ['ctrl+a', 'ctrl+b'];
    expect(allRows.filter(row => row.keys.every(key => prefixes.includes(key)))).toEqual([]);
  });

  it.each([...new Set(keysOf(allRows))].filter(key => !['text', 'paste'].includes(key)))(
    '%j is a key that a terminal can send',
    key => {
      expect(throughTerminal(key)).toBe(isPrintable(key) ? 'text' : key);
    },
  );

  it('names every key once on a screen, but where another row takes over', () => {
    for (const kind of screenKinds) {
      const rows = keymaps[kind].filter(row => row.when === undefined);
      const keys = keysOf(rows);
      expect([kind, keys.filter((key, at) => keys.indexOf(key) < at)]).toEqual([kind, []]);
    }
  });

  it('has words for each of its rows, and no others', () => {
    expect(new Set(allRows.map(row => row.says))).toEqual(new Set(Object.keys(keyWords)));
  });
});

describe.each(screenKinds)('on %s', kind => {
  const walk = everyScreen[kind]();
  const {state} = walk;
  const rows = bindingsNow(state);

  it('no command takes a key that edits, where text is typed', () => {
    if (!takesText(state)) return;
    const commands = rows.filter(row => row.intent !== 'edit');
    const typing = keysOf(rows.filter(row => row.intent === 'edit'));
    // A list takes Home and End for its rows; its text does not claim them.
    const free = ['home', 'end'].filter(key => !typing.includes(key));
    const editing = editingKeys.filter(key => !free.includes(key));
    expect(keysOf(commands).filter(key => editing.includes(key))).toEqual([]);
    expect(free.length === 0 || kind === 'choose' || kind === 'policies').toBe(true);
  });

  it('no row of its own takes a printable key, where text is typed', () => {
    if (!takesText(state)) return;
    const own = keymaps[kind].filter(row => row.when?.(state) ?? true);
    expect(keysOf(own).filter(isPrintable)).toEqual([]);
  });

  it('what the hint line promises is what the router does', () => {
    walk.look();
    for (const row of bindingsNow(walk.state).filter(one => one.hint === true)) {
      const [key = ''] = row.keys;
      const pressed = {name: key, text: '', sequence: key, readAt: walk.now};
      const routed = route(walk.state, pressed, monday, {quietMs});
      const first = bindingsNow(walk.state).find(one => one.keys.includes(key));
      const expected =
        first?.intent === 'widget'
          ? {to: 'widget'}
          : {
              to: 'store',
              event: {kind: 'press', intent: first?.intent, key: pressed, wall: monday},
            };
      expect(routed).toEqual(expected);
    }
  });

  it('every hint of the view is the first row for its key', () => {
    const shown = walk.says.hints.map(hint => hint.key);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).toContain('F1');
  });

  it('has a way back or out without Esc', () => {
    const out = rows.filter(row => ['back', 'cancel', 'done', 'leaveSoon'].includes(row.intent));
    expect(keysOf(out).some(key => key !== 'escape')).toBe(true);
  });

  it('help opens with both of its keys, and each key that closes it does', () => {
    for (const open of ['f1', 'ctrl+o']) {
      for (const close of ['escape', 'enter', 'f1', 'ctrl+o', 'q', '?']) {
        const reader = everyScreen[kind]().press(open);
        expect(reader.state.help).toBe(0);
        expect(reader.press(close).state.help).toBeUndefined();
        expect(reader.screen).toEqual(state.path.at(-1));
      }
    }
  });

  it('? is help only where no text is typed', () => {
    const asking = everyScreen[kind]().press('?');
    expect(asking.state.help).toBe(takesText(state) ? undefined : 0);
  });

  it('suspends and draws anew', () => {
    const walker = everyScreen[kind]();
    const before = walker.effects.length;
    walker.press('ctrl+z', 'ctrl+l');
    expect(walker.effects.slice(before)).toEqual([{kind: 'suspend'}, {kind: 'redraw'}]);
    expect(walker.screen.kind).toBe(kind);
  });
});
