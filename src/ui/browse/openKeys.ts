import type { ScreenKey } from '../screen/keyboard.ts';
import type { Item, ListedRun, RunContent } from './browseLists.ts';
import type { BrowseContext, BrowseState } from './browseState.ts';
import { isEmpty } from './moveKeys.ts';
import { shownItems } from './shownItems.ts';

type Key = ScreenKey<BrowseState, BrowseContext>;

/** Keys that open the chosen item. What they are called depends on it. @param chosen undefined: the list is empty */
export function openKeys(chosen: Item | undefined): Key[] {
  const content = chosen?.list === 'runs' ? chosen.read() : undefined;
  const goesOn = isUnfinished(content);
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
      about: COMMAND_OF[chosen?.list ?? 'runs'],
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

const COMMAND_OF: Readonly<Record<Item['list'], string>> = {
  runs: 'show the command that makes the run again',
  scenarios: 'show the command that replays the scenario',
  lessons: 'show the command that opens the lesson',
};

/** The words behind `tenure` that make a run again or open something else. @throws never for what can be read */
export function commandWords(item: Item): readonly string[] {
  if (item.list === 'runs') {
    const content = item.read();
    return 'reason' in content ? [] : content.again;
  }
  return openingWords(item);
}

function openingWords(item: Item): readonly string[] {
  if (item.list === 'lessons') return ['learn', item.key];
  if (item.list === 'scenarios') return ['replay', item.key];
  return isUnfinished(item.read()) ? resuming(item) : ['replay', item.key];
}

function resuming({ key }: ListedRun): readonly string[] {
  return ['train', '--resume', key];
}

function train(state: BrowseState, context: BrowseContext): BrowseState {
  const { chosen } = shownItems(context.lists, state);
  if (chosen?.list !== 'runs') return opening(state, context, ({ key }) => ['train', key]);
  const content = chosen.read();
  if (isUnfinished(content)) return opening(state, context, openingWords);
  if (state.sure === chosen.key) return opening(state, context, (item) => [...commandWords(item), '--fresh']);
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

function isUnfinished(content: RunContent | undefined): boolean {
  return content !== undefined && !('reason' in content) && content.result === undefined;
}
