import type {Backend, Chunk, Creation, RequestText} from '../key/backend.ts';
import type {Api} from '../key/api.ts';
import type {Policy} from '../key/policy.ts';
import type {Answer, Problem} from '../key/problem.ts';
import type {KeyRequest} from '../key/request.ts';
import type {Secret} from '../key/secret.ts';
import type {Intent} from './keymap.ts';
import type {CopyResult, Size, State, Trial} from './state.ts';

/** A key press as the terminal room hands it on. `readAt`: monotonic milliseconds. */
export type KeyPress = {
  readonly name: string;
  readonly text: string;
  readonly sequence: string;
  readonly readAt: number;
};

/** Everything that can happen. `now` is monotonic milliseconds, `wall` Unix milliseconds. */
export type Event =
  | {readonly kind: 'press'; readonly intent: Intent; readonly key: KeyPress; readonly wall: number}
  /** A guarded key that came before its screen had been seen. */
  | {readonly kind: 'tooEarly'; readonly at: number}
  /** A menu's answer. */
  | {readonly kind: 'chose'; readonly value: string; readonly wall: number}
  | {readonly kind: 'resized'; readonly size: Size}
  /** The present screen's frame has been written. */
  | {readonly kind: 'drawn'; readonly now: number}
  /** The key itself stands on the screen. */
  | {readonly kind: 'keyDrawn'}
  | {readonly kind: 'tick'; readonly now: number}
  | {readonly kind: 'connected'; readonly address: string}
  | {readonly kind: 'apisArrived'; readonly chunk: Chunk<Api>}
  | {readonly kind: 'apisEnded'; readonly problem: Problem | undefined}
  | {readonly kind: 'policiesArrived'; readonly chunk: Chunk<Policy>}
  | {readonly kind: 'policiesEnded'; readonly problem: Problem | undefined}
  | {readonly kind: 'clockRead'; readonly skewMs: number}
  | {readonly kind: 'described'; readonly text: RequestText}
  | {readonly kind: 'creationEnded'; readonly creation: Creation}
  | {readonly kind: 'revokeEnded'; readonly answer: Answer<undefined>}
  | {readonly kind: 'keyCopied'; readonly result: CopyResult}
  | {readonly kind: 'idCopied'; readonly id: string; readonly result: CopyResult}
  | {readonly kind: 'tried'; readonly trials: readonly Trial[]};

/** Everything that the wizard asks of the world; each is performed once, when its step is taken. */
export type Effect =
  | {
      readonly kind: 'connect';
      readonly server: Backend['kind'];
      readonly address: string;
      readonly credential: Secret;
    }
  | {readonly kind: 'loadPolicies'}
  | {readonly kind: 'stopLoading'}
  | {readonly kind: 'readClock'}
  | {readonly kind: 'describe'; readonly request: KeyRequest; readonly skewMs: number}
  | {readonly kind: 'createKey'; readonly request: KeyRequest}
  /** Stop waiting for the answer; the outcome is then unknown. */
  | {readonly kind: 'abandonCreation'}
  | {readonly kind: 'revokeKey'; readonly secret: Secret}
  | {readonly kind: 'copyKey'; readonly secret: Secret}
  | {readonly kind: 'copyId'; readonly id: string}
  | {readonly kind: 'tryKey'; readonly secret: Secret; readonly calls: readonly TrialCall[]}
  | {readonly kind: 'redraw'}
  | {readonly kind: 'suspend'}
  | {readonly kind: 'exit'};

export type TrialCall = {readonly api: Api; readonly shouldOpen: boolean};

export type Step = {readonly state: State; readonly effects: readonly Effect[]};
