import type { ScreenKey } from '../screen/keyboard.ts';
import type { Item } from './browseLists.ts';
import type { BrowseContext, BrowseState } from './browseState.ts';
import { isEmpty } from './isEmpty.ts';
import { commandOf, isUnfinished, openingWords } from './openingWords.ts';
import { shownItems } from './shownItems.ts';

type Key = ScreenKey<BrowseState, BrowseContext>;

/** Keys that open the chosen item. What they are called depends on it. @param chosen undefined: the list is empty */
export function openKeys(chosen: Item | undefined): Key[] {
  const goesOn = chosen?.list === 'runs' && isUnfinished(chosen);
  return [
    {
      keys: ['return'],
      shown: 'enter',
      brief: goesOn ? 'go on training' : chosen?.list === 'lessons' ? 'open' : 'replay',
      about: ABOUT_ENTER[chosen?.list ?? 'runs'],
      commands: ['open'],
      refused: whyNotOpened,
      press: (state, context) => opening(state, context, openingWords),
    },
    {
      keys: ['t'],
      shown: 't',
      ...(!goesOn && { brief: chosen?.list === 'runs' ? 'train anew' : 'train' }),
      about: ABOUT_TRAIN[chosen?.list ?? 'runs'],
      commands: ['train'],
      refused: (state, context) =>
        state.list === 'lessons' ? 'a lesson is not trained' : whyNotOpened(state, context),
      press: train,
    },
    {
      keys: ['y'],
      shown: 'y',
      brief: 'command',
      about: ABOUT_COMMAND[chosen?.list ?? 'runs'],
      commands: ['command'],
      refused: whyNotOpened,
      press: (state) => ({ ...state, command: true }),
    },
  ];
}

const ABOUT_ENTER: Readonly<Record<Item['list'], string>> = {
  runs: 'replay the run; one that is not finished goes on training',
  scenarios: 'replay the scenario under its first rule',
  lessons: 'open the lesson where you left it',
};

const ABOUT_TRAIN: Readonly<Record<Item['list'], string>> = {
  runs: 'train the run anew, or go on where it is not finished',
  scenarios: 'train the usual agent on the scenario',
  lessons: 'train',
};

const ABOUT_COMMAND: Readonly<Record<Item['list'], string>> = {
  runs: 'show and copy the command that makes the run again',
  scenarios: 'show and copy the command that replays the scenario',
  lessons: 'show and copy the command that opens the lesson',
};

function train(state: BrowseState, context: BrowseContext): BrowseState {
  const { chosen } = shownItems(context.lists, state);
  if (chosen?.list !== 'runs') return opening(state, context, ({ key }) => ['train', key]);
  if (isUnfinished(chosen)) return opening(state, context, openingWords);
  if (state.sure === chosen.key) return opening(state, context, (item) => [...commandOf(item), '--fresh']);
  return {
    ...state,
    sure: chosen.key,
    message: 'this run is finished; t again throws it away and trains it from the start',
  };
}

function opening(
  state: BrowseState,
  { lists }: BrowseContext,
  words: (item: Item) => readonly string[],
): BrowseState {
  const { chosen } = shownItems(lists, state);
  return chosen ? { ...state, open: words(chosen) } : state;
}

function whyNotOpened(state: BrowseState, context: BrowseContext): string | undefined {
  const { chosen } = shownItems(context.lists, state);
  if (chosen?.list === 'runs' && 'reason' in chosen.read()) return 'this run cannot be read';
  return isEmpty(state, context);
}
