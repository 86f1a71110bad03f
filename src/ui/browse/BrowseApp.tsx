import { type ReactElement, useEffect, useReducer } from 'react';
import type { GlyphSet } from '../glyphs.ts';
import { Rows } from '../Rows.tsx';
import { useExit } from '../screen/useExit.ts';
import { useKeys } from '../screen/useKeys.ts';
import type { ScreenSize } from '../screenSize.ts';
import type { BrowseLists } from './browseLists.ts';
import { browseRows } from './browseRows.ts';
import type { BrowseState } from './browseState.ts';
import { commandOf } from './openingWords.ts';
import { reduceBrowse } from './reduceBrowse.ts';
import { shownItems } from './shownItems.ts';
import { itemsOnScreen, toRead } from './toRead.ts';
import { useReadingAhead } from './useReadingAhead.ts';

/** What the application is mounted with. */
export interface BrowseAppProps {
  readonly lists: BrowseLists;
  readonly initial: BrowseState;
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
  /** when the lists were made, in milliseconds */
  readonly now: number;
  /** puts a text on the clipboard, where the terminal allows it */
  readonly copy: (text: string) => void;
  /** told where the person stands, after every change */
  readonly onMove: (state: BrowseState) => void;
}

/** Keys, reading, and the screen they lead to. */
export function BrowseApp({ lists, initial, size, glyphs, now, ...told }: BrowseAppProps): ReactElement {
  const context = { lists, size };
  const [state, dispatch] = useReducer(
    (before: BrowseState, key: string) => reduceBrowse(before, key, context),
    initial,
  );
  const { quit, open, command } = state;
  const { copy, onMove } = told;
  // Records are small: those on the screen are read before it is drawn. Scenarios take longer and come after.
  if (state.list === 'runs') for (const run of itemsOnScreen(context, state)) run.read();
  useReadingAhead(toRead(context, state));
  useKeys(dispatch);
  useEffect(() => onMove(state), [onMove, state]);
  const { chosen } = shownItems(lists, state);
  const copied = command && chosen ? lists.written(commandOf(chosen)) : undefined;
  useEffect(() => {
    if (copied !== undefined) copy(copied);
  }, [copy, copied]);
  useExit(quit || open !== undefined);
  return <Rows rows={browseRows({ lists, state, size, glyphs, now })} />;
}
