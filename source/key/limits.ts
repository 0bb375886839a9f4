/** A key's own limits. Absent parts mean "none", so that no number has to stand for it. */
export type Limits = {
  /** At most `requests` in any `perSeconds` seconds. */
  readonly rate: {readonly requests: number; readonly perSeconds: number} | undefined;
  /** A call over the rate is held and tried again up to `retries` times, `intervalSeconds` apart. */
  readonly throttle: {readonly retries: number; readonly intervalSeconds: number} | undefined;
  /** At most `requests` until the counter resets, every `renewsEverySeconds`; 0 = it never does. */
  readonly quota: {readonly requests: number; readonly renewsEverySeconds: number} | undefined;
  /** GraphQL query depth. */
  readonly queryDepth: number | undefined;
};

/** What the Dashboard's own form preselects: 1,000 requests per 60 s, nothing else (tyk-facts part 3). */
export const defaultLimits: Limits = {
  rate: {requests: 1000, perSeconds: 60},
  throttle: undefined,
  quota: undefined,
  queryDepth: undefined,
};
