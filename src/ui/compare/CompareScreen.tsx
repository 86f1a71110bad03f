import { Box } from 'ink';
import type { ReactElement } from 'react';
import { RowText } from '../RowText.tsx';
import { type CompareInput, compareRows } from './compareRows.ts';

/** The whole screen of a comparison, a pure function of its props. */
export function CompareScreen(props: CompareInput): ReactElement {
  return (
    <Box flexDirection="column">
      {compareRows(props).map((line, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <RowText key={k} line={line} />
      ))}
    </Box>
  );
}
