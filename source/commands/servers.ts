import {setImmediate as turn} from 'node:timers/promises';
import type {Backend} from '../key/backend.ts';
import type {Answer} from '../key/problem.ts';
import {Secret} from '../key/secret.ts';
import type {Environment, WizardOptions} from '../options.ts';
import type {Practice} from '../practice/practice.ts';
import type {Dispatchers} from '../tyk/link.ts';
import {connectBackend} from '../tyk/connect.ts';
import {tryKey} from '../tyk/trial.ts';
import type {TrialCall} from '../wizard/event.ts';
import type {Trial} from '../wizard/state.ts';

export type ServersWorld = {
  readonly options: WizardOptions;
  readonly env: Environment;
  /** PEM texts of the authorities that were asked for. */
  readonly authorities: readonly string[];
  /** Unix milliseconds. */
  readonly now: () => number;
};

/** The server that the wizard works with: a real one, or the practice one, started when it is needed. */
export class Servers {
  readonly #world: ServersWorld;
  /** Started once: a second attempt finds the keys of the first one, and the end has one to close. */
  #practice: Promise<Practice> | undefined;
  #dispatchers: Dispatchers | undefined;

  constructor(world: ServersWorld) {
    this.#world = world;
  }

  /** Loads undici and, for the practice, its server: neither is there before the first frame. */
  readonly connect = async (
    server: Backend['kind'],
    address: string,
    credential: Secret,
  ): Promise<Answer<Backend>> => {
    const {options, now} = this.#world;
    const target =
      options.demo === undefined ? {address, credential} : await this.#practiceTarget();
    const url = new URL(target.address);
    const dispatchers = await this.#network(url);
    if (!dispatchers.ok) return dispatchers;
    this.#dispatchers = dispatchers.value;
    const value = connectBackend({
      kind: server,
      url,
      credential: target.credential,
      dispatchers: dispatchers.value,
      now,
      turn: () => turn(),
    });
    return {ok: true, value};
  };

  /** Calls the APIs of the practice server with a key made there. */
  readonly tryKey = async (
    secret: Secret,
    calls: readonly TrialCall[],
  ): Promise<readonly Trial[]> => {
    const [practice, dispatchers] = [await this.#practice, this.#dispatchers];
    if (practice === undefined || dispatchers === undefined) return [];
    const gateway = new URL(practice.gatewayUrl);
    const {now} = this.#world;
    return Promise.all(
      calls.map(async ({api, shouldOpen}) => ({
        apiName: api.name,
        shouldOpen,
        status: await tryKey(dispatchers.lists, gateway, api, secret, now),
      })),
    );
  };

  async close(): Promise<void> {
    await (await this.#practice)?.close();
  }

  async #network(url: URL): Promise<Answer<Dispatchers>> {
    const {createDispatchers} = await import('../tyk/dispatcher.ts');
    const {env, authorities} = this.#world;
    return createDispatchers({url, env, authorities});
  }

  async #practiceTarget(): Promise<{readonly address: string; readonly credential: Secret}> {
    const practice = await (this.#practice ??= this.#startPractice());
    return {address: practice.url, credential: new Secret(practice.credential)};
  }

  async #startPractice(): Promise<Practice> {
    const {startPractice, startPracticeGateway} = await import('../practice/practice.ts');
    const {options, now} = this.#world;
    const {apis} = options.demo ?? {};
    const startServer = options.server === 'gateway' ? startPracticeGateway : startPractice;
    return startServer({now, ...(apis === undefined ? {} : {apis})});
  }
}
