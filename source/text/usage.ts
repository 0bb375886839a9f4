import type {FlagRow, UsageProblem} from '../options.ts';
import {urlProblem} from './problems.ts';

const flagWords: {readonly [flag in FlagRow['flag']]: string} = {
  url: 'the Tyk Dashboard or Gateway (else TYK_URL)',
  gateway: 'the URL is a Tyk Gateway without a Dashboard (else TYK_MODE=ce)',
  'gateway-url': 'where consumers send the key; used in the command that tries it',
  ca: 'certificates (PEM) of a private CA to trust besides the usual ones',
  'allow-http': 'accept http:// to another host (else TYKEY_ALLOW_HTTP=1)',
  demo: 'practise on an embedded Dashboard; nothing leaves this machine',
  'demo-gateway': 'the same on an embedded Gateway',
  'demo-apis': 'the same with N APIs',
  help: 'this text',
  version: 'the version',
};

/** `--help`, made from the table of flags. */
export const helpText = (flags: readonly FlagRow[]): string => {
  const rows = flags.map(({flag, value}) => ({
    left: `--${flag}${value === undefined ? '' : ` ${value}`}`,
    right: flagWords[flag],
  }));
  return [
    'tykey creates a Tyk API key in this terminal: choose, configure, review, create, and see it once.',
    '',
    'Usage: tykey [flags]',
    '',
    ...rows.map(({left, right}) => `  ${left.padEnd(20)}${right}`),
    '',
    "The credential comes from TYK_AUTH (a gateway's secret from TYK_GW_SECRET) or is asked for, never from",
    'a flag: arguments are visible in ps. TYK_ORG is the organisation where a gateway does not say it.',
    'HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS are respected. TYKEY_CLIPBOARD_COMMAND gets a copied',
    'key on its standard input.',
    '',
    'Exit codes: 0 a key was created, 1 not created, 2 usage, 3 outcome unknown, 4 not authorised,',
    '130 cancelled and certainly no key.',
    '',
  ].join('\n');
};

export const usageProblem = (problem: UsageProblem): string => {
  switch (problem.kind) {
    case 'unknownVerb':
      return 'That is not a command of tykey. Start it without one, or see tykey --help.';
    case 'unknownFlag':
      return `There is no flag ${problem.flag}. See tykey --help.`;
    case 'valueMissing':
      return `${problem.flag} needs a value. See tykey --help.`;
    case 'noValueTaken':
      return `${problem.flag} takes no value. See tykey --help.`;
    case 'badUrl':
      return `${problem.from}: ${urlProblem(problem.because)}`;
    case 'badCount':
      return `${problem.flag} takes a whole number from 1 to 1000000.`;
    case 'secretInArguments':
      return `${problem.flag} does not exist: arguments are visible to everybody on this host (ps), and in the shell's history. Set TYK_AUTH (or TYK_GW_SECRET) instead, or start tykey and paste it when asked. If it was a real one, change it.`;
    case 'plainHttp':
      return `${problem.address} is not encrypted: the credential and the new key would travel in clear. Use https://, or accept it with --allow-http or TYKEY_ALLOW_HTTP=1.`;
  }
};

export const noTerminal = {
  in: 'tykey needs a keyboard: its standard input is not a terminal. Start it in a terminal (with ssh, use ssh -t).',
  out: 'tykey draws on a terminal: its standard output is not one, and a key must never land in a file by accident. Start it without a pipe or redirection.',
} as const;
export const dumbTerminal =
  'tykey needs a terminal that can move its cursor (TERM is empty or dumb). Set TERM to what your terminal is, for example xterm-256color.';
export const caUnreadable = (file: string, code: string): string =>
  `--ca ${file} can't be read (${code}). It has to be a file with certificates in PEM.`;
export const crashed = (message: string): string =>
  `tykey stopped by a mistake of its own: ${message}. If a key was being created, look for it among the keys of the server. Please report it; nothing secret is in this line.`;
