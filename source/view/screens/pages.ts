import {expiryPresets, parseOwnExpiry} from '../../key/expiry.ts';
import * as words from '../../text/configure.ts';
import {draftProblem, reservedMetadata} from '../../text/field-problems.ts';
import {expiryWords} from '../../text/time.ts';
import {ownExpiryChoice} from '../../wizard/screens/pages.ts';
import type {MetadataScreen, NeverScreen, OwnExpiryScreen, State} from '../../wizard/state.ts';
import type {Block, MenuItem} from '../content.ts';
import {gap, muted, paragraph} from '../content.ts';
import {endWords} from '../expiry.ts';
import type {Place} from '../place.ts';

export const expiryBody = (state: State, place: Place): readonly Block[] => {
  const {expires} = state.draft;
  const items = expiryItems(state, place);
  const chosen = expires.kind === 'preset' ? expires.id : ownExpiryChoice;
  return [
    gap,
    paragraph(words.expiryTitle, 'strong'),
    gap,
    {
      kind: 'menu',
      id: 'expiry',
      items,
      initial: Math.max(
        0,
        items.findIndex(item => item.value === chosen),
      ),
    },
  ];
};

const expiryItems = (state: State, place: Place): readonly MenuItem[] => [
  {value: ownExpiryChoice, label: words.ownExpiryItem},
  ...expiryPresets.map(({id, expiry}) => {
    if (expiry.kind === 'never') return {value: id, label: words.neverItem};
    return {value: id, label: expiryWords(expiry), detail: endWords(expiry, state, place) ?? ''};
  }),
];

export const ownExpiryBody = (
  state: State,
  screen: OwnExpiryScreen,
  place: Place,
): readonly Block[] => {
  const own = parseOwnExpiry(screen.line.text, place.now);
  const end = own.ok ? endWords(own.expiry, state, place) : undefined;
  return [
    gap,
    paragraph(words.ownExpiryTitle, 'strong'),
    gap,
    {
      kind: 'row',
      label: words.ownExpiryLabel,
      value: {
        value: screen.line.text,
        caret: screen.line.caret,
        placeholder: words.ownExpiryPlaceholder,
      },
      focused: true,
      ...(screen.problem === undefined ? {} : {problem: draftProblem(screen.problem)}),
    },
    ...(end === undefined ? [gap] : [{kind: 'text' as const, text: muted(words.endsAt(end))}]),
    gap,
    ...words.ownExpiryHelp.map(line => paragraph(line, 'muted', 4)),
  ];
};

export const neverBody = (screen: NeverScreen): readonly Block[] => [
  gap,
  paragraph(words.neverTitle, 'strong'),
  gap,
  ...words.neverHelp.map(line => paragraph(line, 'plain', 4)),
  gap,
  {
    kind: 'row',
    label: words.neverLabel,
    value: {value: screen.line.text, caret: screen.line.caret, placeholder: ''},
    focused: true,
    alert: true,
    ...(screen.refused ? {problem: words.neverRefused} : {}),
  },
];

export const metadataBody = (screen: MetadataScreen): readonly Block[] => [
  gap,
  paragraph(words.metadataTitle, 'strong'),
  paragraph(words.metadataHelp, 'muted', 4),
  gap,
  ...screen.rows.flatMap((row, at): readonly Block[] => {
    const caret = (part: 'name' | 'value'): number | undefined =>
      screen.at === at && screen.part === part ? screen.caret : undefined;
    const problem =
      screen.problem?.field === 'metadata' && screen.problem.at === at ? screen.problem : undefined;
    const note = reservedMetadata[row.name.trim()];
    const isOpen = row.name === '' && row.value === '' && screen.at !== at;
    return [
      {
        kind: 'row',
        label: words.metadataName,
        value: {value: row.name, caret: caret('name'), placeholder: words.metadataNamePlaceholder},
        focused: caret('name') !== undefined,
        ...(note === undefined ? {} : {note}),
        ...(problem === undefined ? {} : {problem: draftProblem(problem)}),
      },
      ...(isOpen
        ? []
        : [
            {
              kind: 'row' as const,
              label: words.metadataValue,
              value: {value: row.value, caret: caret('value'), placeholder: ''},
              focused: caret('value') !== undefined,
            },
          ]),
    ];
  }),
];
