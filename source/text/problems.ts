import type {Problem} from '../key/problem.ts';
import type {ServerUrlProblem} from '../key/server-url.ts';
import {serverNames} from './names.ts';
import {grouped} from './time.ts';

type Server = keyof typeof serverNames;

/** What happened, then what to do next. */
export type Sentences = {readonly says: string; readonly next: string};

/** A problem of a server or of the way to it. `host` is what the person knows it by. */
export const problemSentences = (problem: Problem, host: string, server: Server): Sentences => {
  switch (problem.kind) {
    case 'unreachable':
      return unreachable(problem, host, serverNames[server]);
    case 'cut':
      return {
        says: `The connection to ${host} was cut (${problem.detail}).`,
        next: 'Try again; if it keeps happening, look at what stands between this host and Tyk.',
      };
    case 'timedOut':
      return {
        says: `${host} did not answer within ${grouped(Math.round(problem.afterMs / 1000))} s.`,
        next: `Try again, or ask whoever runs the ${serverNames[server]} whether it is well.`,
      };
    case 'cancelled':
      return {says: 'Loading was stopped.', next: 'What has come so far can be used.'};
    case 'tls':
      return tls(problem, host, serverNames[server]);
    case 'redirected':
      return {
        says: `${host} answered ${problem.status} and points to ${problem.to}.`,
        next: `The credential is not sent there by itself. If that is your ${serverNames[server]}, use that URL.`,
      };
    case 'notAuthorised':
      return {
        says: `${host} does not know this ${credentialNames[server]} (${answered(problem)}).`,
        next: whereToCheck[server],
      };
    case 'forbidden':
      return {
        says: `The credential is valid, but its user may not do this (${answered(problem)}).`,
        next: 'The user needs apis: read, keys: write, and policy: read for policies. Ask a Dashboard admin.',
      };
    case 'rejected':
      return rejected(problem, host, server);
    case 'policiesNotListed':
      return {
        says: "This gateway can't list its policies.",
        next: 'Type the id of a policy, or several with commas between, and press Enter.',
      };
    case 'storageDown':
      return {
        says:
          problem.message === ''
            ? `${host} does not say whether its storage is well, so its answer proves nothing about the key.`
            : `The storage of ${host} is not well (${problem.message}), so its answer proves nothing about the key.`,
        next: 'Try again in a while.',
      };
    case 'pastExpiry':
      return {
        says: 'The chosen end has passed meanwhile, so nothing was sent.',
        next: 'Choose another one: Tyk would make it a key that never ends.',
      };
    case 'unreadable':
      return {
        says: `${host} answered ${problem.status}, but not as Tyk does (${problem.what}).`,
        next: `Check the URL: is it the ${serverNames[server]} itself, or a login page or proxy in front of it?`,
      };
    case 'tooLarge':
      return {
        says: `The answer of ${host} is larger than ${grouped(Math.round(problem.limitBytes / 2 ** 20))} MB.`,
        next: `tykey does not hold that much. Check that the URL is a Tyk ${serverNames[server]}.`,
      };
    case 'otherServer':
      return otherServer(problem.found, host);
  }
};

const credentialNames = {dashboard: 'credential', gateway: 'secret'} as const;
const whereToCheck = {
  dashboard: 'Check it: Dashboard, Users, Edit, "Tyk Dashboard API Access Credentials".',
  gateway: 'Check it: "secret" in tyk.conf of the gateway, or TYK_GW_SECRET where it runs.',
} as const;

const answered = ({
  status,
  message,
}: {
  readonly status: number;
  readonly message: string;
}): string => (message === '' ? `it answered ${status}` : `it answered ${status}: ${message}`);

const unreachable = (
  {reason, detail}: Extract<Problem, {kind: 'unreachable'}>,
  host: string,
  server: string,
): Sentences => {
  switch (reason) {
    case 'dns':
      return {
        says: `No host is called ${host}.`,
        next: 'Check the URL for a typing error, and the DNS of this machine.',
      };
    case 'refused':
      return {
        says: `Nothing listens at ${host}.`,
        next: `Check the port, and that the ${server} is running.`,
      };
    case 'noRoute':
      return {
        says: `There is no way from this machine to ${host} (${detail}).`,
        next: 'Check the network, a VPN, or whether HTTPS_PROXY is needed.',
      };
    case 'connectTimeout':
      return {
        says: `${host} did not take the connection in time.`,
        next: 'A firewall may be in between. Check the URL, or whether HTTPS_PROXY is needed.',
      };
    case 'proxy':
      return {
        says: `The proxy did not let the connection to ${host} through (${detail}).`,
        next: 'Check HTTPS_PROXY and NO_PROXY.',
      };
  }
};

const tls = (
  {reason, detail}: Extract<Problem, {kind: 'tls'}>,
  host: string,
  server: string,
): Sentences => {
  switch (reason) {
    case 'privateCa':
      return {
        says: `The certificate of ${host} comes from a CA that this machine does not know.`,
        next: 'Start with --ca FILE (PEM), or set NODE_EXTRA_CA_CERTS=FILE.',
      };
    case 'selfSigned':
      return {
        says: `${host} shows a certificate that it signed itself.`,
        next: 'If that is right, start with --ca FILE and that certificate (PEM).',
      };
    case 'expired':
      return {
        says: `The certificate of ${host} is not valid today (${detail}).`,
        next: 'Look at the clock of this machine, then at the certificate.',
      };
    case 'wrongName':
      return {
        says: `The certificate is for another name: ${detail}.`,
        next: `Use a URL with a name from it, instead of ${host}.`,
      };
    case 'speaksPlainHttp':
      return {
        says: `${host} does not speak TLS on this port.`,
        next: `Use http:// if the ${server} really has no TLS, or the right port.`,
      };
    case 'other':
      return {
        says: `No secure connection to ${host} (${detail}).`,
        next: 'Check the URL, the port and the certificate.',
      };
  }
};

/** Texts that mean: the request was wrong in a way that no person typed. That is ours to mend. */
const ourMistakes = [/malformed/i, /unmarshal/i];

const rejected = (
  problem: Extract<Problem, {kind: 'rejected'}>,
  host: string,
  server: Server,
): Sentences => {
  const says = `${host} refused (${answered(problem)}).`;
  if (ourMistakes.some(pattern => pattern.test(problem.message))) {
    return {
      says,
      next: 'tykey built a request that this server does not take. Report it, with the request (v on the review).',
    };
  }
  if (/does not have permission to add API/i.test(problem.message)) {
    return {says, next: 'An API was deleted or is not yours. Choose the APIs again.'};
  }
  if (/failed to save new session|dial tcp/i.test(problem.message)) {
    return {
      says,
      next: 'The Dashboard could not reach its gateway. Ask whoever runs it; nothing here is wrong.',
    };
  }
  if (server === 'gateway' && problem.status >= 500) {
    return {says, next: 'A gateway names no reason here: look at the policy, then at its log.'};
  }
  return {says, next: 'Change what it names, then create again.'};
};

const otherServer = (found: 'dashboard' | 'gateway' | 'dataPlane', host: string): Sentences => {
  switch (found) {
    case 'gateway':
      return {
        says: `${host} is a Tyk Gateway, not a Dashboard.`,
        next: 'To create keys there, type its secret ("secret" in tyk.conf).',
      };
    case 'dashboard':
      return {
        says: `${host} is a Tyk Dashboard, not a Gateway.`,
        next: 'To create keys there, type your Dashboard credential.',
      };
    case 'dataPlane':
      return {
        says: `${host} is a data-plane gateway.`,
        next: 'Create keys at its Dashboard or control plane.',
      };
  }
};

export const urlProblem = (because: ServerUrlProblem): string => {
  switch (because) {
    case 'missing':
      return 'Type the URL of the server, for example https://dashboard.example.com.';
    case 'notUrl':
      return 'That is not a URL. Type one like https://dashboard.example.com.';
    case 'notHttp':
      return 'Only https:// and http:// lead to a Tyk server.';
    case 'holdsCredential':
      return 'Leave user and password out of the URL: URLs end up in logs.';
  }
};
