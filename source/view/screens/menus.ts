import * as words from '../../text/choose.ts';
import {present} from '../../wizard/path.ts';
import type {State} from '../../wizard/state.ts';
import type {Block} from '../content.ts';
import {gap, paragraph} from '../content.ts';
import {progress} from './choose.ts';

/** The first question. The list loads meanwhile, and says so. */
export const wayBody = (state: State): readonly Block[] => [
  gap,
  paragraph(words.wayTitle, 'strong'),
  gap,
  {
    kind: 'menu',
    id: 'way',
    items: words.wayItems,
    initial: state.draft.way === 'apis' ? 0 : 1,
  },
  gap,
  ...progress(state, 'apis'),
];

export const groupingBody = (state: State): readonly Block[] => {
  const list = state.path.findLast(screen => screen.kind === 'choose') ?? present(state);
  const grouping = list.kind === 'choose' ? list.grouping : 'authType';
  return [
    gap,
    paragraph(words.groupingTitle, 'strong'),
    gap,
    {
      kind: 'menu',
      id: 'grouping',
      items: words.groupingItems,
      initial: words.groupingItems.findIndex(item => item.value === grouping),
    },
  ];
};
