import { Text, type TextProps } from 'ink';
import type { ReactElement } from 'react';
import type { Row, Style } from './row.ts';

const PROPS: Readonly<Record<Style, TextProps>> = {
  plain: {},
  strong: { bold: true },
  faint: { dimColor: true },
  accent: { color: 'cyan' },
  gain: { color: 'green' },
  loss: { color: 'red' },
  today: { inverse: true },
};

export interface RowTextProps {
  /** one line of the screen */
  readonly line: Row;
}

/** One line: a single text with few changes of color. */
export function RowText({ line }: RowTextProps): ReactElement {
  return (
    <Text wrap="truncate">
      {line.length === 0 ? ' ' : ''}
      {line.map(({ text, style }, k) =>
        style === 'plain' ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line have no other name
          <Text key={k} {...PROPS[style]}>
            {text}
          </Text>
        ),
      )}
    </Text>
  );
}
