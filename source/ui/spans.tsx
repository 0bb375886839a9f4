import {Text as InkText} from 'ink';
import {use} from 'react';
import type {Text} from '../view/content.ts';
import {asAscii} from './symbols.ts';
import {ThemeContext} from './theme.ts';

/** Text in its roles, on one line. */
export const Spans = ({text}: {readonly text: Text}) => {
  const {looks, ascii} = use(ThemeContext);
  return (
    <InkText wrap="truncate-end">
      {text.map((span, at) => (
        <InkText key={at} {...looks[span.role ?? 'plain']}>
          {ascii ? asAscii(span.text) : span.text}
        </InkText>
      ))}
    </InkText>
  );
};
