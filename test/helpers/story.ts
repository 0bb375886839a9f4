import type {Person} from './person.ts';
import type {Exit} from './program.ts';
import {rows, says} from './screen-words.ts';
import type {Terminal} from './terminal.ts';

/** What the key opens. Each step of a story waits for the screen that it leads to. */
type AccessSteps = {
  readonly toApis: () => Promise<void>;
  readonly toPolicies: () => Promise<void>;
  /** Waits until nothing is said any more to be on its way. */
  readonly hasLoaded: () => Promise<void>;
  /** Types the words into the search of a list, and waits until the cursor is on that row. */
  readonly finds: (name: string) => Promise<void>;
  readonly chooseApi: (name: string) => Promise<void>;
  readonly choosePolicy: (name: string) => Promise<void>;
};

type FormSteps = {
  readonly alias: (name: string) => Promise<void>;
  readonly expires: (label: string) => Promise<void>;
  readonly toReview: () => Promise<void>;
};

type KeySteps = {
  readonly create: () => Promise<void>;
  /** Shows the key, and answers it as the screen shows it. */
  readonly reveal: () => Promise<string>;
  readonly hide: () => Promise<void>;
  /** Leaves the screen of a key that was seen. */
  readonly leave: () => Promise<Exit>;
};

type WholeWays = {
  /** From the start to the form of a key for Orders. */
  readonly toForm: () => Promise<void>;
  /** From the start to the review of a key `ci` for Orders, good for a week. */
  readonly toFilledReview: () => Promise<void>;
  /** From the start to that key, still hidden. */
  readonly toCreatedKey: () => Promise<void>;
};

/** The way from the first question to the end. */
export type Story = AccessSteps & FormSteps & KeySteps & WholeWays;

export const storyOf = (terminal: Terminal, person: Person): Story => {
  const access = accessSteps(terminal, person);
  const form = formSteps(terminal, person);
  const key = keySteps(terminal, person);
  const toForm = async (): Promise<void> => {
    await access.toApis();
    await access.chooseApi('Orders');
  };
  const toFilledReview = async (): Promise<void> => {
    await toForm();
    await form.alias('ci');
    await form.expires('1 week');
    await form.toReview();
  };
  return {
    ...access,
    ...form,
    ...key,
    toForm,
    toFilledReview,
    toCreatedKey: async () => {
      await toFilledReview();
      await key.create();
    },
  };
};

const accessSteps = (terminal: Terminal, person: Person): AccessSteps => {
  const {arrives, pointsTo, isAt, reads} = person;
  const choosesWay = async (way: string, list: 'apis' | 'policies'): Promise<void> => {
    await arrives('way');
    await pointsTo(way);
    terminal.press('enter');
    await arrives(list);
  };
  const finds = async (name: string): Promise<void> => {
    terminal.write(name);
    await terminal.waitFor(() => isAt(name));
  };
  const chooses = async (name: string): Promise<void> => {
    await finds(name);
    terminal.press('enter');
    await arrives('form');
  };
  return {
    toApis: () => choosesWay(rows.byApi, 'apis'),
    toPolicies: () => choosesWay(rows.byPolicy, 'policies'),
    hasLoaded: () => terminal.waitFor(() => !reads().includes(says.loading)),
    finds,
    chooseApi: chooses,
    choosePolicy: chooses,
  };
};

const formSteps = (terminal: Terminal, {arrives, pointsTo, sees}: Person): FormSteps => ({
  alias: async name => {
    await pointsTo(rows.alias);
    terminal.write(name);
    await sees(`${rows.alias} ${name}`);
  },
  expires: async label => {
    await pointsTo(rows.expires);
    terminal.press('enter');
    await arrives('expiry');
    await pointsTo(label);
    terminal.press('enter');
    await arrives('form');
  },
  toReview: async () => {
    await pointsTo(rows.review);
    terminal.press('enter');
    await arrives('review');
  },
});

const keySteps = (terminal: Terminal, {decides, isOn, reads}: Person): KeySteps => ({
  create: () => decides('enter', () => isOn('created')),
  reveal: async () => {
    await decides('r', () => !reads().includes(says.hidden));
    return revealedKey(terminal);
  },
  hide: () => decides('r', () => reads().includes(says.hidden)),
  leave: async () => {
    await decides('q', () => !isOn('created'));
    return terminal.exit;
  },
});

/** The key on the screen: the rows that hold nothing else, joined as a terminal's selection joins them. */
const revealedKey = (terminal: Terminal): string =>
  terminal
    .screen()
    .filter(line => /^[A-Za-z0-9+/=_.-]+$/.test(line))
    .join('');
