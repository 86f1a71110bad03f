import type { Keyboard } from '../screen/keyboard.ts';
import type { BrowseContext, BrowseState } from './browseState.ts';
import { compareKeys } from './compareKeys.ts';
import { filterLine } from './filterLine.ts';
import { moveKeys } from './moveKeys.ts';
import { openKeys } from './openKeys.ts';
import { FILTER_LINE, shownItems } from './shownItems.ts';

/** What keys do among the lists, in words that fit the chosen item. */
export function browseKeyboard(
  state: BrowseState,
  { lists }: BrowseContext,
): Keyboard<BrowseState, BrowseContext> {
  const { chosen } = shownItems(lists, state);
  return {
    keys: [
      ...openKeys(chosen),
      ...moveKeys,
      ...compareKeys,
      {
        keys: ['q'],
        shown: 'q',
        brief: 'quit',
        about: 'quit; Ctrl-C quits from everything that is opened here too',
        commands: ['quit'],
        press: (before) => ({ ...before, quit: true }),
      },
    ],
    lines: { [FILTER_LINE]: filterLine },
  };
}
