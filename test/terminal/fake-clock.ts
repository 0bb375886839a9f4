import type {Schedule} from '../../source/terminal/schedule.ts';

type Waiting = {readonly task: () => void; readonly dueAt: number};

/** A clock that stands still until it is told. */
export class FakeClock {
  #now = 1000;
  readonly #waiting = new Set<Waiting>();

  readonly now = (): number => this.#now;

  readonly schedule: Schedule = (task, ms) => {
    const waiting = {task, dueAt: this.#now + ms};
    this.#waiting.add(waiting);
    return () => {
      this.#waiting.delete(waiting);
    };
  };

  get waitingCount(): number {
    return this.#waiting.size;
  }

  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#waiting].filter(each => each.dueAt <= end);
      const next = due.sort((one, other) => one.dueAt - other.dueAt)[0];
      if (next === undefined) {
        break;
      }
      this.#waiting.delete(next);
      this.#now = next.dueAt;
      next.task();
    }
    this.#now = end;
  }
}
