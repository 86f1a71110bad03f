import { type BrowseState, comeBack, initialBrowseState } from '../../ui/browse/browseState.ts';
import { runBrowse } from '../../ui/browse/runBrowse.ts';
import type { Invocation } from '../command.ts';
import { openLists } from './openLists.ts';
import { openScreen } from './openScreen.ts';
import { listedScenarios } from './scenarioShelf.ts';

const STOPPED: readonly number[] = [130, 143];

/**
 * Shows the lists, opens what is chosen, and shows them again where somebody left them, until they quit.
 *
 * @returns the exit code: 130 after Ctrl-C, in the lists or in what was opened
 */
export async function onScreen(invocation: Invocation): Promise<number> {
  const { stdin, stdout } = process;
  const scenarios = listedScenarios();
  const glyphs = invocation.text('glyphs') as 'unicode' | 'ascii';
  const screen = { glyphs, altScreen: invocation.flag('alt-screen'), stdin, stdout };
  let before: BrowseState | undefined;
  for (;;) {
    const lists = openLists(scenarios, invocation);
    const { leaving, state } = await runBrowse({
      now: Date.now(),
      ...screen,
      lists,
      initial: before ?? initialBrowseState(lists),
    });
    if (leaving === 'interrupted') return 130;
    if (!state.open) return 0;
    const { code, message } = await openScreen(state.open, invocation);
    if (STOPPED.includes(code)) return code;
    before = comeBack(state, message);
  }
}
