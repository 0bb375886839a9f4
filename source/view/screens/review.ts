import type {Grant, KeyRequest} from '../../key/request.ts';
import {limitsWords} from '../../text/limits.ts';
import * as words from '../../text/review.ts';
import {expiryWords} from '../../text/time.ts';
import {requestLines} from '../../wizard/screens/request.ts';
import type {RequestScreen, ReviewLine, ReviewScreen, State} from '../../wizard/state.ts';
import {nameOfGrant} from '../grants.ts';
import type {Block, Span, Text} from '../content.ts';
import {gap, muted, paragraph, plain} from '../content.ts';
import {endWords} from '../expiry.ts';
import type {Place} from '../place.ts';
import {remarksOn} from './api-remarks.ts';
import {limitsSaid, metadataSaid, opensSaid, policiesSaid, tagsSaid} from './review-policies.ts';
import type {Said} from './review-policies.ts';

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

const lineWords = (state: State, request: KeyRequest, line: ReviewLine, place: Place): Said => {
  switch (line.kind) {
    case 'access':
      return access(state, request);
    case 'opens':
      return request.access.kind === 'policies'
        ? opensSaid(state, request, request.access.policies)
        : {label: '', value: []};
    case 'grant': {
      const grant = request.access.kind === 'apis' ? request.access.grants[line.index] : undefined;
      return {label: '', ...(grant === undefined ? {value: []} : granted(state, grant))};
    }
    case 'expires':
      return expires(state, request, place);
    case 'limits':
      return limits(request);
    case 'alias':
      return {label: words.labels.alias, value: plain(request.alias)};
    case 'tags':
      return tags(request);
    case 'metadata':
      return metadata(request);
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

const access = (state: State, {access}: KeyRequest): Said => {
  if (access.kind === 'policies') return policiesSaid(access.policies);
  const first = granted(state, access.grants[0]);
  const count: Span = {text: `${words.opens(access.grants.length)}  `};
  return {
    label: words.labels.access,
    value: access.grants.length === 1 ? first.value : [count, ...first.value],
    alert: first.alert,
  };
};

const granted = (state: State, grant: Grant): {readonly value: Text; readonly alert: boolean} => {
  const remarks = remarksOn(grant.api);
  return {
    value: [
      {text: nameOfGrant(state, grant)},
      ...(remarks.length === 0 ? [] : [{text: `  ${remarks.join('; ')}`, role: 'warn' as const}]),
    ],
    alert: remarks.length > 0,
  };
};

const expires = (state: State, {expiry, access}: KeyRequest, place: Place): Said => {
  const {expires: label} = words.labels;
  const end = endWords(expiry, state, place);
  if (end === undefined) return {label, value: plain(words.never), alert: true};
  if (expiry.kind === 'at') return {label, value: plain(words.onDate(end))};
  if (expiry.kind !== 'byPolicy')
    return {label, value: plain(words.about(expiryWords(expiry), end))};
  const policies = access.kind === 'policies' ? access.policies : [];
  const isLast = policies.filter(({keyExpiresIn}) => keyExpiresIn > 0).length > 1;
  return {label, value: plain(words.byPolicy(expiry.seconds, end, expiry.policy, isLast))};
};

const limits = (request: KeyRequest): Said =>
  request.access.kind === 'policies'
    ? limitsSaid(request, request.access.policies)
    : {label: words.labels.limits, value: plain(limitsWords(request.limits))};

const tags = (request: KeyRequest): Said =>
  request.access.kind === 'policies'
    ? tagsSaid(request, request.access.policies)
    : {label: words.labels.tags, value: listed(request.tags)};

const metadata = (request: KeyRequest): Said =>
  request.access.kind === 'policies'
    ? metadataSaid(request, request.access.policies)
    : {
        label: words.labels.metadata,
        value: listed(request.metadata.map(({name, value}) => `${name} = ${value}`)),
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
