import type {Backend, Chunk, Creation} from './key/backend.ts';
import type {Answer} from './key/problem.ts';
import type {KeyRequest} from './key/request.ts';
import type {Secret} from './key/secret.ts';
import type {Effect, Event, TrialCall} from './wizard/event.ts';
import type {CopyResult, Trial} from './wizard/state.ts';

/** What the effects need of the world. */
export type World = {
  readonly connect: (
    server: Backend['kind'],
    address: string,
    credential: Secret,
  ) => Promise<Answer<Backend>>;
  readonly copy: (text: string) => Promise<CopyResult>;
  readonly tryKey: (secret: Secret, calls: readonly TrialCall[]) => Promise<readonly Trial[]>;
  readonly redraw: () => void;
  readonly suspend: () => void;
  readonly exit: () => void;
  /** Monotonic and Unix milliseconds. */
  readonly steady: () => number;
  readonly wall: () => number;
  /** Calls back again and again until the returned function is called. */
  readonly every: (ms: number, tick: () => void) => () => void;
};

/** The screen changes at most this often while a list arrives or a request runs, milliseconds. */
const pace = 250;

type Dispatch = (event: Event) => void;
type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

/** Lists on their way, and the attempt to connect that they belong to. */
class Loading extends AbortController {
  readonly attempt: number;

  constructor(attempt: number) {
    super();
    this.attempt = attempt;
  }
}

/** One row per kind of effect: what performs it. Whatever comes of it comes back as an event. */
export class Effects {
  readonly #world: World;
  readonly #dispatch: Dispatch;
  #backend: Backend | undefined;
  /** The server of the last attempt, once it is reached: people are faster than that. */
  #reached: Promise<Backend | undefined> = Promise.resolve(undefined);
  #loading = new Loading(0);
  #creating = new AbortController();

  constructor(world: World, dispatch: Dispatch) {
    this.#world = world;
    this.#dispatch = dispatch;
  }

  /** What is asked of a server goes on by itself. */
  readonly perform = (effect: Effect): void => {
    switch (effect.kind) {
      case 'connect':
        void this.#connect(effect);
        break;
      case 'loadPolicies':
        void this.#loadPolicies();
        break;
      case 'stopLoading':
        this.#loading.abort();
        break;
      case 'readClock':
        void this.#readClock();
        break;
      case 'describe':
        this.#describe(effect);
        break;
      case 'createKey':
        void this.#createKey(effect);
        break;
      case 'abandonCreation':
        this.#creating.abort();
        break;
      case 'revokeKey':
        void this.#revokeKey(effect);
        break;
      case 'copyKey':
        void this.#copyKey(effect);
        break;
      case 'copyId':
        void this.#copyId(effect);
        break;
      case 'tryKey':
        void this.#tryKey(effect);
        break;
      case 'redraw':
        this.#world.redraw();
        break;
      case 'suspend':
        this.#world.suspend();
        break;
      case 'exit':
        this.#loading.abort();
        this.#world.exit();
        break;
    }
  };

  async #connect({server, address, credential}: Of<'connect'>): Promise<void> {
    this.#loading.abort();
    const loading = new Loading(this.#loading.attempt + 1);
    this.#loading = loading;
    const connecting = this.#world.connect(server, address, credential);
    this.#reached = connecting.then(
      answer => (answer.ok ? answer.value : undefined),
      () => undefined,
    );
    const connected = await connecting;
    if (loading.signal.aborted) {
      this.#ended(loading, {kind: 'apisEnded', problem: {kind: 'cancelled'}});
      return;
    }
    if (!connected.ok) {
      this.#dispatch({kind: 'apisEnded', problem: connected.problem});
      return;
    }
    this.#backend = connected.value;
    this.#dispatch({kind: 'connected', address: connected.value.address});
    await this.#arrive(connected.value.loadApis(loading.signal), loading, {
      arrived: chunk => ({kind: 'apisArrived', chunk}),
      ended: problem => ({kind: 'apisEnded', problem}),
    });
  }

  async #loadPolicies(): Promise<void> {
    if (this.#loading.signal.aborted) this.#loading = new Loading(this.#loading.attempt);
    const loading = this.#loading;
    const backend = await this.#reached;
    if (backend === undefined || loading.signal.aborted) return;
    await this.#arrive(backend.loadPolicies(loading.signal), loading, {
      arrived: chunk => ({kind: 'policiesArrived', chunk}),
      ended: problem => ({kind: 'policiesEnded', problem}),
    });
  }

  /** Hands on what arrives, gathered so that a long list does not redraw the screen with every part. */
  async #arrive<T>(
    answers: AsyncIterable<Answer<Chunk<T>>>,
    loading: Loading,
    say: {
      readonly arrived: (chunk: Chunk<T>) => Event;
      readonly ended: (problem: Extract<Event, {kind: 'apisEnded'}>['problem']) => Event;
    },
  ): Promise<void> {
    let gathered: readonly T[] = [];
    let receivedBytes = 0;
    let toldAt = -Infinity;
    const tell = (): void => {
      toldAt = this.#world.steady();
      this.#dispatch(say.arrived({rows: gathered, receivedBytes}));
      gathered = [];
    };
    for await (const answer of answers) {
      if (loading.signal.aborted) break;
      if (!answer.ok) {
        if (gathered.length > 0) tell();
        this.#dispatch(say.ended(answer.problem));
        return;
      }
      gathered = gathered.length === 0 ? answer.value.rows : [...gathered, ...answer.value.rows];
      ({receivedBytes} = answer.value);
      if (this.#world.steady() - toldAt >= pace) tell();
    }
    if (loading.signal.aborted) {
      this.#ended(loading, say.ended({kind: 'cancelled'}));
      return;
    }
    tell();
    this.#dispatch(say.ended(undefined));
  }

  /** After another attempt has begun, the end of this one is nobody's business. */
  #ended(loading: Loading, event: Event): void {
    if (loading.attempt === this.#loading.attempt) this.#dispatch(event);
  }

  async #readClock(): Promise<void> {
    const answer = await this.#backend?.readClockSkew(new AbortController().signal);
    if (answer?.ok === true) this.#dispatch({kind: 'clockRead', skewMs: answer.value});
  }

  #describe({request, skewMs}: Of<'describe'>): void {
    if (this.#backend === undefined) return;
    this.#dispatch({kind: 'described', text: this.#backend.describe(request, skewMs)});
  }

  /** One call of the one POST. Whatever it comes to is told once, outside of what could hide a mistake. */
  async #createKey({request}: Of<'createKey'>): Promise<void> {
    this.#creating = new AbortController();
    const stop = this.#world.every(pace, () => {
      this.#dispatch({kind: 'tick', now: this.#world.steady()});
    });
    const creation = await this.#created(request, this.#creating.signal);
    stop();
    this.#dispatch({kind: 'creationEnded', creation});
  }

  /** What is thrown in it is our mistake, and does not prove that no key exists. */
  async #created(request: KeyRequest, signal: AbortSignal): Promise<Creation> {
    const startedAt = this.#world.wall();
    if (this.#backend === undefined) return {outcome: 'notCreated', problem: {kind: 'cancelled'}};
    try {
      return await this.#backend.createKey(request, signal);
    } catch (error) {
      const what = error instanceof Error ? error.name : 'error';
      return {
        outcome: 'unknown',
        problem: {kind: 'unreadable', status: 0, what},
        sentAt: startedAt,
        tookMs: this.#world.wall() - startedAt,
        sentExpires: undefined,
      };
    }
  }

  async #revokeKey({secret}: Of<'revokeKey'>): Promise<void> {
    if (this.#backend === undefined) return;
    this.#dispatch({kind: 'revokeEnded', answer: await this.#backend.revokeKey(secret)});
  }

  async #copyKey({secret}: Of<'copyKey'>): Promise<void> {
    this.#dispatch({kind: 'keyCopied', result: await this.#copy(secret.reveal())});
  }

  async #copyId({id}: Of<'copyId'>): Promise<void> {
    this.#dispatch({kind: 'idCopied', id, result: await this.#copy(id)});
  }

  /** Whatever a clipboard command does to us, it must not take a key with it that is on the screen. */
  async #copy(text: string): Promise<CopyResult> {
    try {
      return await this.#world.copy(text);
    } catch {
      return 'failed';
    }
  }

  async #tryKey({secret, calls}: Of<'tryKey'>): Promise<void> {
    this.#dispatch({kind: 'tried', trials: await this.#world.tryKey(secret, calls)});
  }
}
