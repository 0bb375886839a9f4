import {render} from 'ink';
import {Effects} from '../effects.ts';
import {Secret} from '../key/secret.ts';
import type {WizardOptions} from '../options.ts';
import type {Capabilities} from '../terminal/capabilities.ts';
import {createInkStdin} from '../terminal/ink-stdin.ts';
import type {KeyStream} from '../terminal/key-stream.ts';
import type {Schedule} from '../terminal/schedule.ts';
import type {SignalHost} from '../terminal/signals.ts';
import type {Tty} from '../terminal/tty.ts';
import {sizeOf} from '../terminal/tty.ts';
import {App, pageOf} from '../ui/app.tsx';
import {looks} from '../ui/theme.ts';
import type {Place} from '../view/place.ts';
import type {Step} from '../wizard/event.ts';
import {start} from '../wizard/start.ts';
import type {CopyResult, Ending} from '../wizard/state.ts';
import {createStore} from '../wizard/store.ts';
import type {Store} from '../wizard/store.ts';
import {update} from '../wizard/update.ts';
import {createPump} from './pump.ts';
import type {Servers} from './servers.ts';
import {Stage} from './stage.ts';
import {localZone} from './zone.ts';

/** What the wizard needs of this machine. */
export type WizardWorld = {
  readonly options: WizardOptions;
  readonly tty: Tty;
  readonly keys: KeyStream;
  readonly capabilities: Capabilities;
  readonly servers: Pick<Servers, 'connect' | 'tryKey'>;
  /** Sends text towards the clipboard; `write` reaches the terminal between two frames. */
  readonly copy: (text: string, write: (bytes: string) => void) => Promise<CopyResult>;
  readonly host: SignalHost;
  readonly writeSync: (bytes: string) => void;
  /** Says what went wrong when the program itself did; gives the exit code. */
  readonly crash: (error: unknown) => number;
  readonly schedule: Schedule;
  readonly every: (ms: number, tick: () => void) => () => void;
  /** Monotonic and Unix milliseconds. */
  readonly steady: () => number;
  readonly wall: () => number;
  /** Milliseconds of quiet before a guarded key counts. */
  readonly quietMs: number;
};

/** The way from the first question to the key on the screen. Resolves when the terminal is given back. */
export const runWizard = async (world: WizardWorld): Promise<Ending> => {
  const {servers, steady, wall} = world;
  const ascii = world.capabilities.symbols === 'ascii';
  const place = (): Place => ({now: wall(), zoneAt: localZone});
  const ending = deferred<Ending>();
  const effects = new Effects(
    {
      connect: servers.connect,
      tryKey: servers.tryKey,
      copy: text =>
        world.copy(text, bytes => {
          stage.write(bytes);
        }),
      redraw: () => {
        stage.redraw();
      },
      suspend: () => {
        stage.suspend();
      },
      exit: () => {
        ending.resolve(store.state().ending ?? {kind: 'cancelled'});
      },
      steady,
      wall,
      every: world.every,
    },
    event => {
      store.dispatch(event);
    },
  );
  const store = createStore(firstStep(world), update, effects.perform);
  const stage = new Stage({
    ...world,
    state: store.state,
    dispatch: store.dispatch,
    secretRowOf: state => pageOf(state, place(), ascii).secretRow,
  });
  // Before React hears of it: the key must be gone from rows that the next frame takes for something else.
  store.subscribe(() => {
    stage.follow(store.state());
  });
  try {
    draw(world, store, stage, place, ascii, ending.reject);
    return await ending.promise;
  } finally {
    stage.close();
  }
};

const firstStep = ({options, tty}: WizardWorld): Step =>
  start({
    size: sizeOf(tty.out),
    server: options.server,
    organisation: options.organisation,
    address: options.demo === undefined ? (options.url ?? '') : '',
    credential: options.credential ?? new Secret(''),
    practice: options.demo !== undefined,
    gatewayUrl: options.gatewayUrl,
    plainHttpAllowed: options.allowHttp,
  });

/** Puts Ink between the store and the stage, and the keys on their way. */
const draw = (
  world: WizardWorld,
  store: Store,
  stage: Stage,
  place: () => Place,
  ascii: boolean,
  failed: (error: unknown) => void,
): void => {
  const stdin = createInkStdin();
  const app = (at: number) => (
    <App
      key="app"
      turn={at}
      store={store}
      place={place}
      theme={{looks, ascii}}
      choose={value => {
        store.dispatch({kind: 'chose', value, wall: world.wall()});
      }}
      framed={state => {
        stage.framed(state);
      }}
    />
  );
  const ink = render(app(0), {
    stdin: stdin.stream,
    stdout: stage.stdout,
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 120,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  let repaints = 0;
  stage.opened(ink, () => {
    repaints += 1;
    ink.rerender(app(repaints));
  });
  ink.waitUntilExit().catch(failed);
  const pump = createPump({
    ...world,
    state: store.state,
    dispatch: store.dispatch,
    feed: stdin.feed,
    // The widget answers within a turn, React commits within the next.
    afterWidget: task => setImmediate(() => setImmediate(task)),
  });
  world.keys.start({onKeys: pump, onEnd: stage.gone});
};

type Deferred<T> = {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
};

const deferred = <T,>(): Deferred<T> => {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return {promise, resolve, reject};
};
