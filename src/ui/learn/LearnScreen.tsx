import { Box } from 'ink';
import type { ReactElement } from 'react';
import { RowText } from '../RowText.tsx';
import { type LearnScreenInput, learnRows } from './learnRows.ts';

/** The whole screen of a lesson, a pure function of its props. */
export function LearnScreen(props: LearnScreenInput): ReactElement {
  return (
    <Box flexDirection="column">
      {learnRows(props).map((line, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <RowText key={k} line={line} />
      ))}
    </Box>
  );
}
