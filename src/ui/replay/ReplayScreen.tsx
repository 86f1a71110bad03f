import { Box } from 'ink';
import type { ReactElement } from 'react';
import { RowText } from '../RowText.tsx';
import { type ScreenInput, screenRows } from './screenRows.ts';

/** The whole screen of a replay, a pure function of its props. */
export function ReplayScreen(props: ScreenInput): ReactElement {
  return (
    <Box flexDirection="column">
      {screenRows(props).map((line, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <RowText key={k} line={line} />
      ))}
    </Box>
  );
}
