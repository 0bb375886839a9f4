import {createContext} from 'react';
import type {Role} from '../view/content.ts';

/** How a role looks. Colours come from the terminal's own palette; bold and dim carry what colour can't. */
export type Look = {
  readonly color?: 'cyan' | 'green' | 'yellow' | 'red';
  readonly bold?: true;
  readonly dimColor?: true;
  readonly underline?: true;
};

export type Theme = {
  readonly looks: {readonly [role in Role]: Look};
  readonly ascii: boolean;
};

export const looks: Theme['looks'] = {
  plain: {},
  muted: {dimColor: true},
  strong: {bold: true},
  accent: {color: 'cyan', bold: true},
  good: {color: 'green'},
  warn: {color: 'yellow'},
  bad: {color: 'red', bold: true},
  match: {color: 'cyan', underline: true},
};

export const ThemeContext = createContext<Theme>({looks, ascii: false});
