/** Why something that a server was asked for did not happen. Texts in it are cleaned, never trusted. */
export type Problem =
  /** Nothing was sent: no such host, nobody listening, no connection in time, the proxy said no. */
  | {
      readonly kind: 'unreachable';
      readonly reason: 'dns' | 'refused' | 'noRoute' | 'connectTimeout' | 'proxy';
      readonly detail: string;
    }
  /** The connection ended before a whole answer was there. */
  | {readonly kind: 'cut'; readonly detail: string}
  | {readonly kind: 'timedOut'; readonly afterMs: number}
  | {readonly kind: 'cancelled'}
  | {
      readonly kind: 'tls';
      readonly reason:
        'privateCa' | 'selfSigned' | 'expired' | 'wrongName' | 'speaksPlainHttp' | 'other';
      readonly detail: string;
    }
  /** 3xx: never followed; `to` is the origin it points to, without path or query. */
  | {readonly kind: 'redirected'; readonly status: number; readonly to: string}
  /** The credential is unknown to the server (Dashboard 401; Gateway 403 "administrative access"). */
  | {readonly kind: 'notAuthorised'; readonly status: number; readonly message: string}
  /** The credential is good, its user may not do this (Dashboard 403 `access denied: …`). */
  | {readonly kind: 'forbidden'; readonly status: number; readonly message: string}
  /** The server said no in its own words. */
  | {readonly kind: 'rejected'; readonly status: number; readonly message: string}
  /** A gateway before 4.1 has no list of policies (gateway.md part 4): their ids have to be known. */
  | {readonly kind: 'policiesNotListed'}
  /** "No such key" of a gateway whose storage is not well proves nothing (gateway.md C.4). */
  | {readonly kind: 'storageDown'; readonly message: string}
  /** Not sent: some servers store an `expires` of the past as "never" (tyk-facts 0.5). */
  | {readonly kind: 'pastExpiry'}
  /** An answer that is not what Tyk answers; `what` names the member or the kind of body. */
  | {readonly kind: 'unreadable'; readonly status: number; readonly what: string}
  /** Larger than we are willing to hold. */
  | {readonly kind: 'tooLarge'; readonly limitBytes: number}
  /** The URL leads to the other kind of Tyk server, or to a gateway without a control API. */
  | {readonly kind: 'otherServer'; readonly found: 'dashboard' | 'gateway' | 'dataPlane'};

/** Expected failures are values. */
export type Answer<T> =
  {readonly ok: true; readonly value: T} | {readonly ok: false; readonly problem: Problem};
