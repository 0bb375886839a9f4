import {render} from 'ink-testing-library';
import type {ReactNode} from 'react';
import {afterEach, describe, expect, it} from 'vitest';
import {Field} from '../../source/ui/field.tsx';
import {Menu} from '../../source/ui/menu.tsx';
import type {PageRow} from '../../source/ui/page.ts';
import {Spans} from '../../source/ui/spans.tsx';
import {looks, ThemeContext} from '../../source/ui/theme.ts';

type Shown = ReturnType<typeof render>;

const shown: Shown[] = [];

const drawn = (node: ReactNode, ascii = false): Shown => {
  const one = render(<ThemeContext value={{looks, ascii}}>{node}</ThemeContext>);
  shown.push(one);
  return one;
};

afterEach(() => {
  for (const one of shown.splice(0)) one.unmount();
});

/** Lets React hear of a key, and the terminal of what it draws. */
const turn = (): Promise<void> =>
  new Promise(resolve => {
    setImmediate(() => setImmediate(resolve));
  });

const items = [
  {value: 'own', label: 'Own'},
  {value: '1h', label: '1 hour', detail: 'Mon 23 Nov'},
  {value: 'never', label: 'Do not expire'},
];

const menuRow = (some: Partial<Extract<PageRow, {kind: 'menu'}>> = {}) => ({
  kind: 'menu' as const,
  menu: {kind: 'menu' as const, id: 'expiry', items, initial: 0},
  height: 3,
  width: 36,
  labelWidth: 13,
  ...some,
});

const down = '\u001B[B';

describe('a menu', () => {
  const opened = (row = menuRow(), ascii = false) => {
    const chosen: string[] = [];
    const ink = drawn(<Menu row={row} choose={value => chosen.push(value)} />, ascii);
    return {ink, chosen};
  };

  it('shows its items, what they mean, and where the cursor is', () => {
    expect(opened().ink.lastFrame()).toBe(
      [' › Own', '   1 hour         Mon 23 Nov', '   Do not expire'].join('\n'),
    );
  });

  it('Enter chooses the row under the cursor, once', async () => {
    const {ink, chosen} = opened();
    await turn();
    ink.stdin.write(down);
    await turn();
    ink.stdin.write('\r');
    await turn();
    expect(chosen).toEqual(['1h']);
  });

  it('starts where it is told to', async () => {
    const {ink, chosen} = opened(menuRow({menu: {kind: 'menu', id: 'expiry', items, initial: 2}}));
    expect(ink.lastFrame()).toContain(' › Do not expire');
    await turn();
    ink.stdin.write('\r');
    await turn();
    expect(chosen).toEqual(['never']);
  });

  it('in fewer rows than items it keeps the cursor visible', async () => {
    const {ink} = opened(menuRow({height: 2}));
    await turn();
    for (const key of [down, down]) {
      ink.stdin.write(key);
      await turn();
    }
    expect(ink.lastFrame()?.split('\n')).toEqual([
      '   1 hour         Mon 23 Nov',
      ' › Do not expire',
    ]);
  });

  it('another menu in its place starts anew', async () => {
    const {ink} = opened();
    await turn();
    ink.stdin.write(down);
    await turn();
    expect(ink.lastFrame()).toContain(' › 1 hour');
    const other = menuRow({menu: {kind: 'menu', id: 'other', items, initial: 0}});
    ink.rerender(
      <ThemeContext value={{looks, ascii: false}}>
        <Menu row={other} choose={() => undefined} />
      </ThemeContext>,
    );
    await turn();
    expect(ink.lastFrame()).toContain(' › Own');
  });

  it('cuts what does not fit, and knows ASCII', () => {
    const narrow = opened(menuRow({width: 20}), true).ink.lastFrame();
    expect(narrow?.split('\n')).toEqual([' > Own', '   1 hour         Mo...', '   Do not expire']);
  });
});

describe('a text field', () => {
  const row = (value: string) => ({
    kind: 'input' as const,
    before: [{text: ' › '}, {text: 'Alias  '}],
    value,
    placeholder: 'required',
    after: [{text: '  aside', role: 'muted' as const}],
  });

  it('shows what was typed, or what may be', () => {
    expect(drawn(<Field row={row('orders')} />).lastFrame()).toBe(' › Alias  orders  aside');
    expect(drawn(<Field row={row('')} />).lastFrame()).toBe(' › Alias  required  aside');
  });

  it('never takes a key: text and caret belong to the wizard', async () => {
    const ink = drawn(<Field row={row('orders')} />);
    await turn();
    ink.stdin.write('xyz\u007F\u007F');
    await turn();
    expect(ink.lastFrame()).toBe(' › Alias  orders  aside');
  });

  it('is one row, also for a text that is longer', () => {
    const frame = drawn(<Field row={row('x'.repeat(300))} />).lastFrame() ?? '';
    expect(frame.split('\n')).toHaveLength(1);
  });

  it('shows ASCII where there is nothing else', () => {
    expect(drawn(<Field row={row('Zürich…')} />, true).lastFrame()).toBe(
      ' > Alias  Z?rich...  aside',
    );
  });
});

describe('spans', () => {
  it('are one line of text', () => {
    const text = [
      {text: 'a '},
      {text: 'b', role: 'bad' as const},
      {text: ' c', role: 'muted' as const},
    ];
    expect(drawn(<Spans text={text} />).lastFrame()).toBe('a b c');
  });

  it('nothing is an empty line', () => {
    expect(drawn(<Spans text={[]} />).lastFrame()).toBe('');
  });

  it('use their twins in ASCII', () => {
    expect(drawn(<Spans text={[{text: '› ✓ done…'}]} />, true).lastFrame()).toBe('> + done...');
  });
});
