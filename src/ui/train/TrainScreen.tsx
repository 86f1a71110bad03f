import { Box } from 'ink';
import type { ReactElement } from 'react';
import { RowText } from '../RowText.tsx';
import { type TrainScreenInput, trainRows } from './trainRows.ts';

/** The whole screen of a training, a pure function of its props. */
export function TrainScreen(props: TrainScreenInput): ReactElement {
  return (
    <Box flexDirection="column">
      {trainRows(props).map((line, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <RowText key={k} line={line} />
      ))}
    </Box>
  );
}
