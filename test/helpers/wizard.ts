import type {Api} from '../../source/key/api.ts';
import type {Creation} from '../../source/key/backend.ts';
import type {Policy} from '../../source/key/policy.ts';
import type {Problem} from '../../source/key/problem.ts';
import {Secret} from '../../source/key/secret.ts';
import type {Content} from '../../source/view/content.ts';
import type {Place} from '../../source/view/place.ts';
import {pageOf} from '../../source/ui/app.tsx';
import {view} from '../../source/view/view.ts';
import type {Effect, Event, KeyPress, Step} from '../../source/wizard/event.ts';
import {present} from '../../source/wizard/path.ts';
import {firstKey, route} from '../../source/wizard/route.ts';
import type {Start} from '../../source/wizard/start.ts';
import {start} from '../../source/wizard/start.ts';
import type {Screen, ScreenKind, State} from '../../source/wizard/state.ts';
import {update} from '../../source/wizard/update.ts';
import {createdKey, estate} from './estate.ts';

/** Monday, 23 November 2026, 13:02:00 UTC. */
export const monday = Date.UTC(2026, 10, 23, 13, 2);
export const quietMs = 300;
/** Long enough to have seen a screen. */
const calm = 1000;

export const place: Place = {now: monday, zoneAt: () => ({offsetMinutes: 60, label: 'CET'})};

export const credentialText = 'cr3dential-0f-the-caller';

const given: Start = {
  size: {columns: 80, rows: 24},
  server: 'dashboard',
  organisation: '',
  address: 'https://dashboard.example.com',
  credential: new Secret(credentialText),
  practice: false,
  gatewayUrl: undefined,
  plainHttpAllowed: false,
};

/** A person at the wizard: what they do goes through the router, what it asks for is kept. */
export class Walk {
  state: State;
  readonly effects: Effect[] = [];
  /** Every state on the way, the present one last. */
  readonly states: State[] = [];
  /** Monotonic milliseconds. */
  now = 5000;

  constructor(some: Partial<Start> = {}) {
    const first = start({...given, ...some});
    this.state = first.state;
    this.#take(first);
  }

  get screen(): Screen {
    return present(this.state);
  }

  get says(): Content {
    return view(this.state, place);
  }

  /** The present screen, which has to be of that kind. */
  on<K extends ScreenKind>(kind: K): Extract<Screen, {kind: K}> {
    const {screen} = this;
    const isWanted = (one: Screen): one is Extract<Screen, {kind: K}> => one.kind === kind;
    if (!isWanted(screen)) throw new Error(`on ${screen.kind}, not on ${kind}`);
    return screen;
  }

  /** The effects of a kind, in their order. */
  asked<K extends Effect['kind']>(kind: K): readonly Extract<Effect, {kind: K}>[] {
    const isWanted = (one: Effect): one is Extract<Effect, {kind: K}> => one.kind === kind;
    return this.effects.filter(isWanted);
  }

  happen(event: Event): this {
    this.#take(update(this.state, event));
    return this;
  }

  /** The screen is drawn and looked at for a while. */
  look(): this {
    if (this.state.guardedSince === undefined) this.happen({kind: 'drawn', now: this.now});
    this.now += calm;
    return this;
  }

  /** Presses keys, looking at the screen before each. A blank or a letter is a key of its own. */
  press(...names: readonly string[]): this {
    for (const name of names) {
      this.look();
      this.blind(name);
    }
    return this;
  }

  /** Keys that come without anybody having looked: type-ahead, a key held down. */
  blind(...names: readonly string[]): this {
    for (const name of names) {
      const isCharacter = Array.from(name).length === 1;
      this.#key({
        name: isCharacter ? 'text' : name,
        text: isCharacter ? name : '',
        sequence: name,
        readAt: this.now,
      });
    }
    return this;
  }

  type(text: string): this {
    this.look();
    this.#key({name: 'text', text, sequence: text, readAt: this.now});
    return this;
  }

  paste(text: string): this {
    this.look();
    this.#key({name: 'paste', text, sequence: '', readAt: this.now});
    return this;
  }

  /** Answers the menu that is on the screen. */
  choose(value: string): this {
    this.look();
    const menu = this.says.body.find(block => block.kind === 'menu');
    if (menu?.items.some(item => item.value === value) !== true) {
      throw new Error(`${this.screen.kind} offers no ${value}`);
    }
    const enter = {name: 'enter', text: '', sequence: '\r', readAt: this.now};
    const {to} = route(this.state, enter, monday, {quietMs});
    if (to !== 'widget') throw new Error(`Enter goes to ${to}, not to the menu`);
    return this.happen({kind: 'chose', value, wall: monday});
  }

  arrive(rows: readonly Api[], receivedBytes = 4096): this {
    return this.happen({kind: 'apisArrived', chunk: {rows, receivedBytes}});
  }

  end(problem?: Problem): this {
    return this.happen({kind: 'apisEnded', problem});
  }

  policiesArrive(rows: readonly Policy[]): this {
    this.happen({kind: 'policiesArrived', chunk: {rows, receivedBytes: 4096}});
    return this.happen({kind: 'policiesEnded', problem: undefined});
  }

  answer(creation: Creation): this {
    return this.happen({kind: 'creationEnded', creation});
  }

  #key(key: KeyPress): void {
    for (let rest: KeyPress | undefined = key; rest !== undefined;) {
      const [one, others] = firstKey(this.state, rest);
      const routed = route(this.state, one, monday, {quietMs});
      if (routed.to === 'store') this.happen(routed.event);
      rest = others;
    }
  }

  #take(step: Step): void {
    this.state = step.state;
    this.states.push(step.state);
    this.effects.push(...step.effects);
    this.#drawKey();
  }

  /** The stage draws a revealed key where it has room, and says so. */
  #drawKey(): void {
    const {screen} = this;
    if (screen.kind !== 'created' || !screen.revealed || screen.seen) return;
    if (pageOf(this.state, place, false).secretRow !== undefined) this.happen({kind: 'keyDrawn'});
  }
}

/** Where the stories begin, each from the one before. */
export const atWay = (some: Partial<Start> = {}, apis: readonly Api[] = estate): Walk =>
  new Walk(some)
    .happen({kind: 'connected', address: 'https://dashboard.example.com'})
    .arrive(apis)
    .end();

export const atList = (apis: readonly Api[] = estate, some: Partial<Start> = {}): Walk =>
  atWay(some, apis).choose('apis');

/** The list with the cursor on an API. */
export const atApi = (name: string, apis?: readonly Api[]): Walk => onApi(atList(apis), name);

export const onApi = (walk: Walk, name: string): Walk => {
  walk.press('home');
  const rows = walk.state.apis.shelf.rows;
  for (let left = rows.length * 3; left > 0; left -= 1) {
    const {cursor} = walk.on('choose');
    if (rows.find(row => row.id === cursor?.id)?.name === name) return walk;
    walk.press('down');
  }
  throw new Error(`no row is called ${name}`);
};

export const atForm = (): Walk => atApi('Payments').press('enter');

export const fillForm = (walk: Walk): Walk =>
  walk.type('orders team').press('enter').press('enter').choose('1w');

/** The review of a key for Payments, a week long. */
export const atReview = (): Walk =>
  fillForm(atForm()).press('enter').press('down', 'down').press('enter');

export const atCreating = (): Walk => atReview().press('enter');

export const atCreated = (some: Partial<Parameters<typeof createdKey>[0]> = {}): Walk =>
  atCreating().answer({outcome: 'created', key: createdKey(some)});
