import type {Dispatcher} from 'undici';
import type {Problem} from '../key/problem.ts';
import {endedHandshake, problemOf, type Deadlines} from './failure.ts';
import type {Quote} from './quote.ts';

/** A whole answer, of any status. Of its headers only what somebody needs, so that no other can leak. */
export type Reply = {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
  /** The server's clock minus ours, in milliseconds, if the answer had a `Date`. */
  readonly skewMs: number | undefined;
  /** From the writing of the request to the answer's headers: the skew is uncertain by half of it. */
  readonly roundTripMs: number;
};

export type Failure = {
  readonly ok: false;
  readonly problem: Problem;
  /** False only when it is certain that nobody can have read the request. */
  readonly mayHaveArrived: boolean;
};

/** An `Answer` that also knows, when there is none, whether the request may have had an effect. */
export type Sent = {readonly ok: true; readonly value: Reply} | Failure;

export type ExchangeOptions = {
  readonly deadlines: Deadlines;
  readonly limitBytes: number;
  readonly quote: Quote;
  readonly now: () => number;
  /** Bytes of the body received so far. */
  readonly onBytes?: ((received: number) => void) | undefined;
};

/** What undici reports about one request, in the order of its calls. The first end counts. */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly sent: Promise<Sent>;
  readonly #options: ExchangeOptions;
  #settle: (sent: Sent | Promise<never>) => void = () => undefined;
  #over = false;
  #controller: Dispatcher.DispatchController | undefined;
  #startedAt = 0;
  #head: Omit<Reply, 'body'> | undefined;
  #chunks: Buffer[] = [];
  #received = 0;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    this.sent = new Promise(resolve => {
      this.#settle = resolve;
    });
  }

  /** Ends at once, also while undici is still connecting (which it could not abort before it is connected). */
  stop(problem: Problem): void {
    if (this.#over) return;
    this.#end({ok: false, problem, mayHaveArrived: this.#controller !== undefined});
    this.#controller?.abort(new Error('stopped'));
  }

  /** Called when there is a connection and nothing has been written to it: the last moment to stay away. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#over) {
      controller.abort(new Error('stopped before anything was sent'));
      return;
    }
    this.#controller = controller;
    this.#startedAt = this.#options.now();
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  ): void {
    if (status < 200) return;
    const at = this.#options.now();
    const date = Date.parse(first(headers['date']));
    this.#head = {
      status,
      location: headers['location'] === undefined ? undefined : first(headers['location']),
      skewMs: Number.isNaN(date) ? undefined : Math.round(date - (this.#startedAt + at) / 2),
      roundTripMs: at - this.#startedAt,
    };
    if (Number(first(headers['content-length'])) > this.#options.limitBytes) this.#tooLarge();
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#over) return;
    this.#received += chunk.length;
    if (this.#received > this.#options.limitBytes) {
      this.#tooLarge();
      return;
    }
    this.#chunks.push(chunk);
    this.#options.onBytes?.(this.#received);
  }

  onResponseEnd(): void {
    if (this.#over || this.#head === undefined) return;
    const body = Buffer.concat(this.#chunks).toString('utf8');
    this.#end({ok: true, value: {...this.#head, body}});
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    if (this.#over) return;
    const {quote, deadlines} = this.#options;
    const problem = problemOf(error, quote, deadlines);
    if (problem === undefined) {
      this.#end(Promise.reject(error));
      return;
    }
    const mayHaveArrived = this.#controller !== undefined && !endedHandshake(error);
    this.#end({ok: false, problem, mayHaveArrived});
  }

  #tooLarge(): void {
    this.stop({kind: 'tooLarge', limitBytes: this.#options.limitBytes});
  }

  #end(sent: Sent | Promise<never>): void {
    this.#over = true;
    this.#chunks = [];
    this.#settle(sent);
  }
}

const first = (header: string | readonly string[] | undefined): string =>
  (typeof header === 'string' ? header : header?.[0]) ?? '';
