import type {Api} from '../../key/api.ts';
import type {Grant, KeyRequest} from '../../key/request.ts';
import {limitsWords, policyLimits} from '../../text/limits.ts';
import {grantName, policyGrantName} from '../../text/names.ts';
import * as words from '../../text/review.ts';
import {expiryWords} from '../../text/time.ts';
import {requestLines} from '../../wizard/screens/request.ts';
import type {RequestScreen, ReviewLine, ReviewScreen, State} from '../../wizard/state.ts';
import type {Block, Span, Text} from '../content.ts';
import {gap, muted, paragraph, plain} from '../content.ts';
import {endWords} from '../expiry.ts';
import type {Place} from '../place.ts';

/** A skew that a person should know about, milliseconds. */
const notableSkew = 60_000;

export const reviewBody = (state: State, screen: ReviewScreen, place: Place): readonly Block[] => [
  gap,
  paragraph(words.reviewTitle, 'strong', 7),
  ...screen.lines.flatMap((line, at): readonly Block[] =>
    line.kind === 'create'
      ? [gap, createRow(at === screen.cursor)]
      : [reviewRow(state, screen, line, at === screen.cursor, place)],
  ),
  gap,
  ...warnings(state),
  paragraph(words.promise, 'muted', 5),
];

const createRow = (focused: boolean): Block => ({
  kind: 'row',
  label: words.createAction,
  value: [],
  focused,
});

const warnings = (state: State): readonly Block[] => [
  ...(state.unknownBefore === undefined ? [] : [paragraph(`! ${words.unknownBefore}`, 'warn')]),
  ...(Math.abs(state.skewMs ?? 0) > notableSkew
    ? [paragraph(`! ${words.skew(Math.round((state.skewMs ?? 0) / 60_000) * 60)}`, 'warn')]
    : []),
];

const reviewRow = (
  state: State,
  {request}: ReviewScreen,
  line: ReviewLine,
  focused: boolean,
  place: Place,
): Block => {
  const said = lineWords(state, request, line, place);
  return {
    kind: 'row',
    label: said.label,
    value: said.value,
    focused,
    alert: said.alert ?? false,
  };
};

type Said = {readonly label: string; readonly value: Text; readonly alert?: boolean};

const lineWords = (state: State, request: KeyRequest, line: ReviewLine, place: Place): Said => {
  switch (line.kind) {
    case 'access':
      return access(request);
    case 'grant': {
      const grant = request.access.kind === 'apis' ? request.access.grants[line.index] : undefined;
      return {label: '', ...(grant === undefined ? {value: []} : granted(grant))};
    }
    case 'expires':
      return expires(state, request, place);
    case 'limits':
      return {label: words.labels.limits, value: plain(limits(request))};
    case 'alias':
      return {label: words.labels.alias, value: plain(request.alias)};
    case 'tags':
      return {label: words.labels.tags, value: listed(request.tags)};
    case 'metadata':
      return {
        label: words.labels.metadata,
        value: listed(request.metadata.map(({name, value}) => `${name} = ${value}`)),
      };
    case 'logging':
      return request.detailedLogging
        ? {label: words.labels.logging, value: plain(words.logsOn), alert: true}
        : {label: words.labels.logging, value: plain(words.logsOff)};
    case 'server':
      return {label: words.labels.server, value: server(state, request)};
    case 'create':
      return {label: '', value: []};
  }
};

const listed = (items: readonly string[]): Text =>
  items.length === 0 ? muted(words.nothing) : plain(items.join(', '));

const access = ({access}: KeyRequest): Said => {
  if (access.kind === 'policy') {
    const {policy} = access;
    const grants =
      policy.unlisted === true
        ? words.unlistedGrants
        : `${words.labels.access} ${policy.grants.map(policyGrantName).join(', ')}`;
    return {
      label: words.labels.policy,
      value: [{text: policy.name}, {text: `  ${grants}`, role: 'muted'}],
      alert: policy.unlisted === true,
    };
  }
  const first = granted(access.grants[0]);
  const count: Span = {text: `${words.opens(access.grants.length)}  `};
  return {
    label: words.labels.access,
    value: access.grants.length === 1 ? first.value : [count, ...first.value],
    alert: first.alert,
  };
};

const granted = (grant: Grant): {readonly value: Text; readonly alert: boolean} => {
  const remarks = remarksOn(grant.api);
  return {
    value: [
      {text: grantName(grant)},
      ...(remarks.length === 0 ? [] : [{text: `  ${remarks.join('; ')}`, role: 'warn' as const}]),
    ],
    alert: remarks.length > 0,
  };
};

/** What makes this API different from what a person expects of "the key opens it". */
const remarksOn = (api: Api): readonly string[] => [
  ...(api.authTypes.includes('keyless') ? [words.keyless] : []),
  ...(api.active ? [] : [words.inactive]),
  ...(api.internal ? [words.internalApi] : []),
  ...(api.ignoresRateLimit ? [words.noRateLimit] : []),
  ...(api.ignoresQuota ? [words.noQuota] : []),
  ...(api.sessionLifetime > 0 ? [words.shortLived(api.sessionLifetime)] : []),
];

const expires = (state: State, {expiry}: KeyRequest, place: Place): Said => {
  const end = endWords(expiry, state, place);
  if (end === undefined)
    return {label: words.labels.expires, value: plain(words.never), alert: true};
  const value = expiry.kind === 'at' ? words.onDate(end) : words.about(expiryWords(expiry), end);
  return {label: words.labels.expires, value: plain(value)};
};

const limits = ({access, limits}: KeyRequest): string => {
  if (access.kind === 'apis') return limitsWords(limits);
  const {governs} = access.policy;
  const own = governs.rateLimit && governs.quota ? '' : limitsWords(limits);
  const parts = [words.limitsOfPolicy(policyLimits(access.policy)), governs.perApi ? '' : own];
  return parts.filter(part => part !== '').join('; else ');
};

const server = (state: State, request: KeyRequest): Text => {
  const organisation = words.organisation(request.organisation);
  return [
    {text: state.address},
    ...(organisation === '' ? [] : [{text: `  ${organisation}`, role: 'muted' as const}]),
  ];
};

export const requestBody = (screen: RequestScreen): readonly Block[] => [
  gap,
  paragraph(
    screen.text === undefined ? words.requestLoading : words.requestTitle[screen.shows],
    'strong',
  ),
  gap,
  {kind: 'lines', lines: requestLines(screen).map(plain), top: screen.top},
];
