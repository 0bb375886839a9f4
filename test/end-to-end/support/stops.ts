import {rows} from '../../helpers/screen-words.ts';
import {startWalk, type Walk, type WalkStart} from '../../helpers/walk.ts';
import {plain, type Answering} from '../../tyk/support/server.ts';
import {frontForTest, held, type Front} from './front.ts';
import {practiceForTest} from './practice.ts';
import type {Practice} from '../../../source/practice/practice.ts';

/** A screen of the wizard, and how a person gets there. */
export type Stop = {
  readonly screen: string;
  readonly way: (walk: Walk) => Promise<void>;
  /** How the server answers the request to create a key, if not as it should. */
  readonly create?: Answering;
  /** The program is told of no server. */
  readonly isAsked?: true;
};

export type Stopped = {readonly walk: Walk; readonly front: Front; readonly practice: Practice};

/** Starts the program and goes to the screen, at 80x24 unless told otherwise. */
export const stopAt = async (stop: Stop, start: WalkStart = {}): Promise<Stopped> => {
  const practice = await practiceForTest();
  const {create, isAsked} = stop;
  const front = await frontForTest(
    practice,
    create === undefined ? {} : {'POST /api/keys': create},
  );
  const walk = startWalk({...(isAsked === true ? {} : {server: front}), ...start});
  await stop.way(walk);
  return {walk, front, practice};
};

const isDone = (walk: Walk): boolean => !walk.isOn('review') && !walk.isOn('creating');

const press = async (walk: Walk, key: string, until: Parameters<Walk['arrives']>[0]) => {
  walk.press(key);
  await walk.arrives(until);
};

const toExpiry = async (walk: Walk): Promise<void> => {
  await walk.toForm();
  await walk.pointsTo(rows.expires);
  await press(walk, 'enter', 'expiry');
};

const toOutcome = async (walk: Walk): Promise<void> => {
  await walk.toFilledReview();
  await walk.decides('enter', () => isDone(walk));
};

const asks: readonly Stop[] = [
  {screen: 'connect', way: walk => walk.arrives('connect'), isAsked: true},
  {screen: 'way', way: walk => walk.arrives('way')},
  {screen: 'apis', way: walk => walk.toApis()},
  {screen: 'policies', way: walk => walk.toPolicies()},
  {screen: 'form', way: walk => walk.toForm()},
  {screen: 'review', way: walk => walk.toFilledReview()},
];

const pages: readonly Stop[] = [
  {
    screen: 'grouping',
    way: async walk => {
      await walk.toApis();
      await press(walk, 'ctrl+t', 'grouping');
    },
  },
  {
    screen: 'filter',
    way: async walk => {
      await walk.toApis();
      await press(walk, 'ctrl+r', 'filter');
    },
  },
  {
    screen: 'versions',
    way: async walk => {
      await walk.toApis();
      await walk.finds('Payments');
      await press(walk, 'f3', 'versions');
    },
  },
  {screen: 'expiry', way: toExpiry},
  {
    screen: 'ownExpiry',
    way: async walk => {
      await toExpiry(walk);
      await press(walk, 'enter', 'ownExpiry');
    },
  },
  {
    screen: 'never',
    way: async walk => {
      await toExpiry(walk);
      await walk.pointsTo(rows.never);
      await press(walk, 'enter', 'never');
    },
  },
  {
    screen: 'metadata',
    way: async walk => {
      await walk.toForm();
      await walk.pointsTo(rows.metadata);
      await press(walk, 'enter', 'metadata');
    },
  },
  {
    screen: 'limits',
    way: async walk => {
      await walk.toForm();
      await walk.pointsTo(rows.limits);
      await press(walk, 'enter', 'limits');
    },
  },
  {
    screen: 'request',
    way: async walk => {
      await walk.toFilledReview();
      await press(walk, 'v', 'request');
    },
  },
  {
    screen: 'help',
    way: async walk => {
      await walk.toApis();
      await press(walk, 'f1', 'help');
    },
  },
];

/** The screens before anything has been sent. */
export const beforeCreation: readonly Stop[] = [...asks, ...pages];

export const notCreated: Stop = {
  screen: 'notCreated',
  create: plain('{"Status":"Error","Message":"no"}', 400),
  way: toOutcome,
};

export const unknown: Stop = {
  screen: 'unknown',
  create: plain('<html>Bad gateway</html>', 502),
  way: toOutcome,
};

export const creating = (): Stop => ({
  screen: 'creating',
  create: held(plain('', 500)).answer,
  way: async walk => {
    await walk.toFilledReview();
    await walk.decides('enter', () => walk.isOn('creating'));
  },
});

export const created: Stop = {screen: 'created', way: walk => walk.toCreatedKey()};

export const revealed: Stop = {
  screen: 'created and revealed',
  way: async walk => {
    await walk.toCreatedKey();
    await walk.reveal();
  },
};

export const leaving: Stop = {
  screen: 'leave',
  way: async walk => {
    await walk.toCreatedKey();
    await walk.reveal();
    await walk.decides('u', () => walk.isOn('leave'));
  },
};

export const everywhere: readonly Stop[] = [
  ...beforeCreation,
  creating(),
  notCreated,
  unknown,
  created,
  revealed,
  leaving,
];
