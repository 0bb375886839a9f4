import {EventEmitter} from 'node:events';
import type {TtyIn, TtyOut} from '../../source/terminal/tty.ts';

/** A keyboard that says what was done to it. */
export class FakeIn extends EventEmitter implements TtyIn {
  readonly isTTY = true;
  isRaw = false;
  isFlowing = false;

  setRawMode(isRaw: boolean): this {
    this.isRaw = isRaw;
    return this;
  }

  pause(): this {
    this.isFlowing = false;
    return this;
  }

  resume(): this {
    this.isFlowing = true;
    return this;
  }

  /** One read. */
  type(text: string | Uint8Array): void {
    this.emit('data', typeof text === 'string' ? Buffer.from(text) : text);
  }
}

/** A screen that keeps every write apart. */
export class FakeOut extends EventEmitter implements TtyOut {
  readonly isTTY = true;
  columns = 80;
  rows = 24;
  readonly writes: string[] = [];
  isBroken = false;

  write(bytes: string): boolean {
    if (this.isBroken) {
      throw Object.assign(new Error('write EIO'), {code: 'EIO'});
    }
    this.writes.push(bytes);
    return true;
  }

  get written(): string {
    return this.writes.join('');
  }

  resizeTo(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.emit('resize');
  }
}
