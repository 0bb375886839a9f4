import {isUnset, type Limit, type Session} from '../keys/session.ts';
import type {PracticeApi} from '../estate/api.ts';
import {member} from '../reader.ts';

export type Counted =
  | {readonly ok: true; readonly headers: Readonly<Record<string, string>>}
  | {readonly ok: false; readonly why: 'rate' | 'quota'};

export type Usage = {
  /** Counts one call; `nowMs` is the server's clock. */
  readonly count: (key: string, session: Session, api: PracticeApi, nowMs: number) => Counted;
  /** A key that is written anew starts with a full quota. */
  readonly forget: (key: string) => void;
};

type Counter = {calls: number[]; used: number; renewsAt: number};

/** Rate and quota counters, in memory: a rolling window as with `enable_redis_rolling_limiter`. */
export const createUsage = (): Usage => {
  const counters = new Map<string, Map<string, Counter>>();
  const counterOf = (key: string, scope: string): Counter => {
    const ofKey = counters.get(key) ?? new Map<string, Counter>();
    const counter = ofKey.get(scope) ?? {calls: [], used: 0, renewsAt: 0};
    counters.set(key, ofKey.set(scope, counter));
    return counter;
  };
  return {
    forget: key => {
      counters.delete(key);
    },
    count: (key, session, api, nowMs) => {
      const right = member(session.access_rights, api.api_id);
      const own = right !== undefined && !isUnset(right.limit);
      const limit: Limit = own ? right.limit : session;
      const counter = counterOf(key, right?.allowance_scope ?? '');
      if (!api.disable_rate_limit && !passesRate(counter, limit, nowMs))
        return {ok: false, why: 'rate'};
      if (api.disable_quota || limit.quota_max <= 0) return {ok: true, headers: noQuota(nowMs)};
      return countQuota(counter, limit, nowMs);
    },
  };
};

/** Refused calls count as well, so hammering does not help. */
const passesRate = (counter: Counter, {rate, per}: Limit, nowMs: number): boolean => {
  if (rate <= 0 || per <= 0) return true;
  counter.calls = counter.calls.filter(at => at > nowMs - per * 1000);
  const passes = counter.calls.length < rate;
  counter.calls.push(nowMs);
  if (counter.calls.length > rate) counter.calls.shift();
  return passes;
};

const countQuota = (counter: Counter, limit: Limit, nowMs: number): Counted => {
  const {quota_max: most, quota_renewal_rate: renewal} = limit;
  const isDue = counter.renewsAt === 0 || (renewal > 0 && nowMs >= counter.renewsAt);
  if (isDue) {
    counter.used = 0;
    counter.renewsAt = nowMs + renewal * 1000;
  }
  counter.used += 1;
  return counter.used > most
    ? {ok: false, why: 'quota'}
    : {ok: true, headers: quotaHeaders(most, most - counter.used, counter.renewsAt)};
};

/** These headers speak about the quota, never about the rate (gateway.md B 2.4). */
const quotaHeaders = (limit: number, left: number, resetMs: number) => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(left),
  'x-ratelimit-reset': String(Math.floor(resetMs / 1000)),
});

const noQuota = (nowMs: number) => quotaHeaders(-1, -1, nowMs);
