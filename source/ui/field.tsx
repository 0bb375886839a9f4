import {Box, Text as InkText} from 'ink';
import TextInput from 'ink-text-input';
import {use} from 'react';
import type {PageRow} from './page.ts';
import {Spans} from './spans.tsx';
import {asAscii} from './symbols.ts';
import {ThemeContext} from './theme.ts';

const ignored = (): void => undefined;

/** Draws a text field. Text and caret belong to `wizard/edit`: the widget never takes a key. */
export const Field = ({row}: {readonly row: Extract<PageRow, {kind: 'input'}>}) => {
  const {ascii} = use(ThemeContext);
  const shown = (text: string): string => (ascii ? asAscii(text) : text);
  return (
    <Box height={1} flexShrink={0}>
      <Spans text={row.before} />
      <InkText wrap="truncate-end">
        <TextInput
          value={shown(row.value)}
          placeholder={shown(row.placeholder)}
          focus={false}
          showCursor={false}
          onChange={ignored}
        />
      </InkText>
      <Spans text={row.after} />
    </Box>
  );
};
