import {randomBytes} from 'node:crypto';
import {createDashboard, type Permissions} from './dashboard/dashboard.ts';
import {answerCall} from './door/door.ts';
import {createUsage, type Usage} from './door/usage.ts';
import {createEstate, type EstateOptions} from './estate/estate.ts';
import {createGateway} from './gateway/gateway.ts';
import type {World} from './keys/issue-key.ts';
import {createKeyStore, type StoredPracticeKey} from './keys/key-store.ts';
import type {Asked, Reply} from './wire/exchange.ts';
import {type ArrivedRequest, serve} from './wire/server.ts';

export type PracticeOptions = EstateOptions & {
  /** Unix milliseconds. */
  readonly now: () => number;
  /** How far the server's clock is ahead of `now`; dates, expiry and stored times all follow it. */
  readonly clockSkewMs?: number;
  /** Default true. Off: keys are stored readably and `key_hash` is absent. */
  readonly hashKeys?: boolean;
  /** A path before everything, as behind a proxy: `/tools/tyk`. */
  readonly prefix?: string;
  /** What the user of the credential may not do (Dashboard only). */
  readonly permissions?: Permissions;
};

export type Practice = {
  /** Scheme, host, port and the prefix if there is one: what `TYK_URL` would be. */
  readonly url: string;
  /** Where the consumers of the APIs call: the same port, never with a prefix. */
  readonly gatewayUrl: string;
  /** The Dashboard user's API access credential; of a practice gateway its secret. */
  readonly credential: string;
  readonly organisation: string;
  /** What arrived, oldest first: the last 1,000. */
  readonly requests: () => readonly ArrivedRequest[];
  /** Keys that are still there, with the sessions as stored. */
  readonly keys: () => readonly StoredPracticeKey[];
  readonly close: () => Promise<void>;
};

/** A Dashboard and its gateway on one loopback port, in memory, speaking Tyk's dialect (tyk-facts). */
export const startPractice = (options: PracticeOptions): Promise<Practice> =>
  start(options, false, (world, usage, credential) => {
    const dashboard = createDashboard(world, usage, credential, options.permissions ?? {});
    return asked => (ofDashboard.test(asked.path) ? dashboard(asked) : undefined);
  });

/** A gateway without a Dashboard: the same estate, store and door behind `/tyk` (gateway.md). */
export const startPracticeGateway = (options: PracticeOptions): Promise<Practice> =>
  start(options, true, createGateway);

/** `/tyk` too: a path of the gateway's control API is a 404 of the Dashboard, not of an API. */
const ofDashboard = /^\/(api|tyk|hello)(\/|$)/;

/** `undefined` leaves the call to the data plane. */
type ControlPlane = (asked: Asked) => Reply | undefined;

const start = async (
  options: PracticeOptions,
  servesInactive: boolean,
  controlPlane: (world: World, usage: Usage, credential: string) => ControlPlane,
): Promise<Practice> => {
  const now = () => options.now() + (options.clockSkewMs ?? 0);
  const hashesKeys = options.hashKeys ?? true;
  const estate = createEstate(options);
  const world = {estate, keys: createKeyStore(hashesKeys, now), now, hashesKeys, servesInactive};
  const usage = createUsage();
  const credential = randomBytes(16).toString('hex');
  const control = behind(options.prefix ?? '', controlPlane(world, usage, credential));
  const server = await serve(asked => control(asked) ?? answerCall(asked, world, usage), now);
  return {
    url: server.origin + (options.prefix ?? ''),
    gatewayUrl: server.origin,
    credential,
    organisation: estate.organisation,
    requests: server.requests,
    keys: world.keys.all,
    close: server.close,
  };
};

const behind =
  (prefix: string, control: ControlPlane): ControlPlane =>
  asked =>
    asked.path.startsWith(`${prefix}/`)
      ? control({...asked, path: asked.path.slice(prefix.length)})
      : undefined;
