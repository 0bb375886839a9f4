import {EventEmitter} from 'node:events';
import {describe, expect, it} from 'vitest';
import {createRestore, restoreBytes} from '../../source/terminal/restore.ts';
import {deadlySignals, installSignals, type SignalHost} from '../../source/terminal/signals.ts';
import {createSuspender} from '../../source/terminal/suspend.ts';
import {FakeClock} from './fake-clock.ts';

/** A process that writes down how it would have ended. */
class FakeProcess extends EventEmitter implements SignalHost {
  readonly pid = 4711;
  readonly story: string[] = [];

  kill(pid: number, signal: string): void {
    this.story.push(`kill ${pid} ${signal} with ${this.listenerCount(signal)} listeners`);
  }

  exit(code: number): void {
    this.story.push(`exit ${code}`);
  }
}

const installed = (restore?: () => void) => {
  const host = new FakeProcess();
  const {story} = host;
  const uninstall = installSignals({
    host,
    restore: restore ?? (() => story.push('restore')),
    crash: error => {
      story.push(`crash ${String(error)}`);
      return 70;
    },
  });
  return {host, story, uninstall};
};

describe('ending', () => {
  it.each(deadlySignals)('%s restores the terminal, then kills as itself', signal => {
    const {host, story} = installed();
    host.on(signal, () => story.push('somebody else'));
    host.emit(signal, signal);
    expect(story).toEqual(['restore', `kill 4711 ${signal} with 0 listeners`, 'somebody else']);
  });

  it('dies as the signal even when restoring throws', () => {
    const {host, story} = installed(() => {
      throw new Error('bug');
    });
    expect(() => host.emit('SIGTERM')).toThrow('bug');
    expect(story).toEqual(['kill 4711 SIGTERM with 0 listeners']);
  });

  it.each(['uncaughtException', 'unhandledRejection'])('%s restores before it speaks', event => {
    const {host, story} = installed();
    host.emit(event, new Error('bug'));
    expect(story).toEqual(['restore', 'crash Error: bug', 'exit 70']);
  });

  it('an exit from anywhere restores', () => {
    const {host, story} = installed();
    host.emit('exit', 0);
    expect(story).toEqual(['restore']);
  });

  it('leaves nothing behind when it is taken back', () => {
    const {host, uninstall} = installed();
    uninstall();
    expect(host.eventNames()).toEqual([]);
  });
});

describe('restoring', () => {
  const steps = (broken?: string, isOnPage = true) => {
    const story: string[] = [];
    const step = (name: string) => () => {
      story.push(name);
      if (name === broken) {
        throw new Error(`${name} failed`);
      }
    };
    const restore = createRestore({
      closeOutput: step('close'),
      wipeSecret: step('wipe'),
      stopKeys: step('stop'),
      isOnPage: () => isOnPage,
      writeSync: bytes => story.push(bytes),
    });
    return {story, restore};
  };

  it('closes the output, wipes the key on its own page, then leaves the page; once', () => {
    const {story, restore} = steps();
    restore();
    restore();
    expect(story).toEqual(['close', 'wipe', restoreBytes(true), 'stop']);
  });

  it('does every step though one fails', () => {
    const {story, restore} = steps('close');
    expect(restore).toThrow('close failed');
    expect(story).toEqual(['close', 'wipe', restoreBytes(true), 'stop']);
  });

  it('after the page was left, it neither wipes nor leaves another one', () => {
    const {story, restore} = steps(undefined, false);
    restore();
    expect(story).toEqual(['close', restoreBytes(false), 'stop']);
    expect(restoreBytes(false)).not.toMatch(/1049|H/);
  });

  it('turns off everything that is ever turned on', () => {
    const bytes = restoreBytes(true);
    for (const off of ['[?1049l', '[?2004l', '[?25h', '[?2026l', '[?7h', '[0m']) {
      expect(bytes).toContain(`\u001B${off}`);
    }
    expect(bytes.indexOf('[?25h')).toBeGreaterThan(bytes.indexOf('[?1049l'));
  });
});

describe('Ctrl+Z', () => {
  const suspender = () => {
    const host = new FakeProcess();
    const clock = new FakeClock();
    const {story} = host;
    const {suspend, uninstall} = createSuspender({
      host,
      leave: () => story.push('leave'),
      comeBack: () => story.push('come back'),
      schedule: clock.schedule,
      grace: 250,
    });
    return {host, clock, story, suspend, uninstall};
  };
  const stopped = 'kill 0 SIGTSTP with 0 listeners';

  it('leaves, stops the whole group, and comes back with fg', () => {
    const {host, clock, story, suspend} = suspender();
    suspend();
    expect(story).toEqual(['leave', stopped]);
    host.emit('SIGCONT');
    clock.advance(1000);
    expect(story).toEqual(['leave', stopped, 'come back']);
    suspend();
    expect(story.slice(3)).toEqual(['leave', stopped]);
  });

  it('a second stop is not ended by the first one’s wait', () => {
    const {host, clock, story, suspend} = suspender();
    suspend();
    clock.advance(100);
    host.emit('SIGCONT');
    suspend();
    clock.advance(200);
    expect(story).toEqual(['leave', stopped, 'come back', 'leave', stopped]);
  });

  it('comes back by itself where nobody controls jobs', () => {
    const {clock, story, suspend} = suspender();
    suspend();
    suspend();
    clock.advance(250);
    expect(story).toEqual(['leave', stopped, 'come back']);
  });

  it('a SIGTSTP from outside does the same', () => {
    const {host, story} = suspender();
    host.emit('SIGTSTP');
    host.emit('SIGCONT');
    expect(story).toEqual(['leave', stopped, 'come back']);
  });

  it('after a SIGSTOP the terminal is set up anew', () => {
    const {host, story} = suspender();
    host.emit('SIGCONT');
    expect(story).toEqual(['leave', 'come back']);
    host.emit('SIGTSTP');
    expect(story.slice(2)).toEqual(['leave', stopped]);
  });

  it('leaves nothing behind when it is taken back', () => {
    const {host, clock, suspend, uninstall} = suspender();
    suspend();
    uninstall();
    expect([host.eventNames(), clock.waitingCount]).toEqual([[], 0]);
  });
});
