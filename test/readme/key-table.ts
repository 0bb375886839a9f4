import {keyName, keyWords} from '../../source/text/keys.ts';
import {everywhere, helpKeys, keymaps} from '../../source/wizard/keymap.ts';
import type {Binding} from '../../source/wizard/keymap.ts';
import type {ScreenKind} from '../../source/wizard/state.ts';

const screens: {readonly [kind in ScreenKind]: string} = {
  connect: 'connect',
  way: 'APIs or a policy',
  choose: 'list of APIs',
  policies: 'list of policies',
  grouping: 'group by',
  filter: 'filter',
  versions: 'versions',
  configure: 'form',
  expiry: 'expiry',
  ownExpiry: 'own expiry',
  never: 'never expires',
  metadata: 'metadata',
  limits: 'limits',
  renewal: 'quota resets',
  ownRenewal: 'own period',
  review: 'review',
  request: 'request',
  creating: 'creating',
  notCreated: 'not created',
  unknown: 'outcome unknown',
  created: 'key',
  leave: 'leaving the key',
};

/** The table of keys in the README, from the table that decides what they do. */
export const keyTable = (): string => {
  const rows = Object.entries(keymaps).map(([kind, bindings]) => [nameOf(kind), said(bindings)]);
  return [
    '| screen | keys |',
    '|---|---|',
    ...[...rows, ['help', said(helpKeys)], ['everywhere', said(everywhere)]].map(
      ([screen = '', keys = '']) => `| ${screen} | ${keys} |`,
    ),
  ].join('\n');
};

const nameOf = (kind: string): string =>
  Object.entries(screens).find(([name]) => name === kind)?.[1] ?? kind;

/** Rows with the same words are one, with all their keys. */
const said = (bindings: readonly Binding[]): string => {
  const words = [...new Set(bindings.map(({says}) => says))];
  return words
    .filter(word => word !== 'type')
    .map(word => {
      const keys = bindings.filter(({says}) => says === word).flatMap(binding => binding.keys);
      const names = [...new Set(keys)].map(key => `\`${keyName(key)}\``);
      return `${names.join(' ')} ${keyWords[word].help}`;
    })
    .join(' · ');
};
