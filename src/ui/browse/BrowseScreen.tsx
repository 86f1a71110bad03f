import { Box } from 'ink';
import type { ReactElement } from 'react';
import { RowText } from '../RowText.tsx';
import { type BrowseScreenInput, browseRows } from './browseRows.ts';

/** The whole screen of the lists, a pure function of its props. */
export function BrowseScreen(props: BrowseScreenInput): ReactElement {
  return (
    <Box flexDirection="column">
      {browseRows(props).map((line, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <RowText key={k} line={line} />
      ))}
    </Box>
  );
}
