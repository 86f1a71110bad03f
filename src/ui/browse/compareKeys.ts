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
    refused: (state, { lists }) => (chosenRun(lists, state) ? undefined : 'only runs are marked'),
    press: (state, { lists }) => {
      const key = chosenRun(lists, state)?.key;
      return { ...state, marked: state.marked === key ? undefined : key };
    },
  },
  {
    keys: ['v'],
    shown: 'v',
    brief: 'compare',
    about: 'the marked run beside this one',
    commands: ['compare'],
    refused: (state, { lists }) => {
      const chosen = chosenRun(lists, state);
      if (!chosen) return 'only runs are compared';
      const marked = markedRun(lists, state);
      return marked ? whyNotCompared(marked, chosen) : 'm marks the run to compare with';
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
