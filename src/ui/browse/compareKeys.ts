import type { ScreenKey } from '../screen/keyboard.ts';
import type { ListedRun } from './browseLists.ts';
import type { BrowseContext, BrowseState } from './browseState.ts';
import { shownItems } from './shownItems.ts';
import { whyNotCompared } from './whyNotCompared.ts';

/** Keys that put two runs side by side. */
export const compareKeys: readonly ScreenKey<BrowseState, BrowseContext>[] = [
  {
    keys: ['m'],
    shown: 'm',
    brief: 'mark',
    about: 'mark the run, for v; again: unmark it',
    commands: ['mark'],
    refused: (state, { lists }) => {
      const chosen = chosenRun(lists, state);
      if (!chosen) return 'only runs are marked';
      return 'reason' in chosen.read() ? 'this run cannot be read' : undefined;
    },
    press: (state, { lists }) => {
      const key = chosenRun(lists, state)?.key;
      if (state.marked === key) return { ...state, marked: undefined, message: 'no run is marked now' };
      return { ...state, marked: key, message: 'marked with *; v compares it with another run' };
    },
  },
  {
    keys: ['v'],
    shown: 'v',
    brief: 'compare',
    about: "play this run's policy on the people of the marked run, and compare",
    commands: ['compare'],
    refused: (state, { lists }) => {
      const chosen = chosenRun(lists, state);
      if (!chosen) return 'only runs are compared';
      const marked = markedRun(lists, state);
      return marked ? whyNotCompared(marked, chosen) : 'm marks one first';
    },
    press: (state, { lists }) => {
      const [a, b] = [markedRun(lists, state), chosenRun(lists, state)];
      return a && b ? { ...state, open: ['replay', a.key, '--against', b.key] } : state;
    },
  },
];

function chosenRun(lists: BrowseContext['lists'], state: BrowseState): ListedRun | undefined {
  const { chosen } = shownItems(lists, state);
  return chosen?.list === 'runs' ? chosen : undefined;
}

function markedRun({ runs }: BrowseContext['lists'], { marked }: BrowseState): ListedRun | undefined {
  return runs.find(({ key }) => key === marked);
}
