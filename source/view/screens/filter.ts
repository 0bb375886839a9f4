import * as words from '../../text/choose.ts';
import {authTypeNames, uncategorised} from '../../text/names.ts';
import {grouped} from '../../text/time.ts';
import {filterRows, isOn} from '../../wizard/screens/filter.ts';
import type {FilterRow} from '../../wizard/screens/filter.ts';
import type {FilterScreen, State, VersionsScreen} from '../../wizard/state.ts';
import type {Block} from '../content.ts';
import {gap, paragraph, plain} from '../content.ts';

export const filterBody = (state: State, screen: FilterScreen): readonly Block[] => {
  const rows = filterRows(state.apis.shelf.rows);
  return [
    gap,
    paragraph(words.filterTitle, 'strong'),
    gap,
    {
      kind: 'list',
      total: rows.length,
      cursor: screen.cursor,
      columns: [16, 20],
      line: index => {
        const row = rows[index];
        if (row === undefined) return {kind: 'group', label: '', count: 0};
        return {
          kind: 'item',
          focused: index === screen.cursor,
          mark: isOn(screen.filter, row) ? 'on' : 'off',
          ...filterRowWords(row),
        };
      },
    },
  ];
};

const filterRowWords = (
  row: FilterRow,
): {name: ReturnType<typeof plain>; cells: readonly string[]} => {
  switch (row.kind) {
    case 'onlyOpenable':
      return {name: plain(words.filterOnlyOpenable), cells: [words.filterHides(row.hides)]};
    case 'authType':
      return {
        name: plain(authTypeNames[row.type]),
        cells: [grouped(row.count).padStart(5), words.authTypeCell],
      };
    case 'category':
      return {
        name: plain(row.label === '' ? uncategorised : row.label),
        cells: [grouped(row.count).padStart(5), words.categoryCell],
      };
  }
};

export const versionsBody = (screen: VersionsScreen): readonly Block[] => [
  gap,
  paragraph(words.versionsTitle(screen.api.name), 'strong'),
  gap,
  {
    kind: 'list',
    total: screen.api.versions.length,
    cursor: screen.cursor,
    columns: [20],
    line: index => {
      const version = screen.api.versions[index] ?? '';
      return {
        kind: 'item',
        focused: index === screen.cursor,
        mark: screen.marked.includes(version) ? 'on' : 'off',
        name: plain(version),
        cells: version === screen.api.defaultVersion ? [words.defaultVersion] : [],
      };
    },
  },
];
