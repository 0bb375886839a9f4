import {Box, Text as InkText} from 'ink';
import SelectInput from 'ink-select-input';
import {use} from 'react';
import {cut, fitted, textWidth} from './measure.ts';
import type {PageRow} from './page.ts';
import {asAscii, cutSign} from './symbols.ts';
import {ThemeContext} from './theme.ts';

type MenuRow = Extract<PageRow, {kind: 'menu'}>;

/** A question with one answer. The router hands it arrows and Enter, and nothing else. */
export const Menu = ({
  row,
  choose,
}: {
  readonly row: MenuRow;
  readonly choose: (value: string) => void;
}) => {
  const {menu, height, width, labelWidth} = row;
  const {ascii} = use(ThemeContext);
  const sign = cutSign({ascii});
  const items = menu.items.map(({value, label, detail}) => ({
    key: value,
    value,
    label: detail === undefined ? label : `${fitted(label, labelWidth, sign)}\t${detail}`,
  }));
  return (
    <Box height={height} flexShrink={0} flexDirection="column" overflow="hidden">
      <SelectInput
        key={menu.id}
        items={items}
        initialIndex={menu.initial}
        limit={height}
        indicatorComponent={Pointer}
        itemComponent={({label, isSelected}) => (
          <Item label={label} width={width} isSelected={isSelected === true} />
        )}
        onSelect={item => {
          choose(item.value);
        }}
      />
    </Box>
  );
};

const Pointer = ({isSelected}: {readonly isSelected?: boolean}) => {
  const {looks, ascii} = use(ThemeContext);
  return (
    <InkText {...looks.accent}>{isSelected === true ? (ascii ? ' > ' : ' › ') : '   '}</InkText>
  );
};

/** The label, and after a tab what it means, dim. */
const Item = ({
  label,
  width,
  isSelected,
}: {
  readonly label: string;
  readonly width: number;
  readonly isSelected: boolean;
}) => {
  const {looks, ascii} = use(ThemeContext);
  const sign = cutSign({ascii});
  const [name = '', detail] = (ascii ? asAscii(label) : label).split('\t');
  return (
    <InkText wrap="truncate-end">
      <InkText {...(isSelected ? looks.strong : looks.plain)}>{cut(name, width, sign)}</InkText>
      {detail === undefined ? null : (
        <InkText {...looks.muted}>{`  ${cut(detail, width - textWidth(name) - 2, sign)}`}</InkText>
      )}
    </InkText>
  );
};
