import type { Glyphs } from '../glyphs.ts';
import type { LearnContext, LearnState } from './learnState.ts';
import { back, enter, openList } from './stepKeys.ts';
import { change, move, page } from './valueKeys.ts';

/** Keys that belong together, with what they do. */
export interface LearnKey {
  readonly keys: readonly string[];
  /** how the keys are written for people */
  readonly shown: (glyphs: Glyphs) => string;
  /** a word or two for the keys line */
  readonly brief?: string;
  /** a line for help */
  readonly about: string;
  readonly press: (state: LearnState, context: LearnContext, key: string) => LearnState;
}

/** Every key of the lessons, in the order of help. */
export const learnKeys: readonly LearnKey[] = [
  {
    keys: ['up', 'down'],
    shown: ({ upDown }) => upDown,
    brief: 'choose',
    about: 'another setting, question or lesson; where there is none, scroll',
    press: (state, context, key) => move(state, context, key === 'up' ? -1 : 1),
  },
  {
    keys: ['left', 'right'],
    shown: ({ leftRight }) => leftRight,
    brief: 'change',
    about: 'change it; a number can be typed too',
    press: (state, context, key) => change(state, context, key === 'left' ? -1 : 1),
  },
  {
    keys: ['return'],
    shown: () => 'enter',
    brief: 'go on',
    about: 'to the next step; locks a prediction, for good',
    press: enter,
  },
  { keys: ['b'], shown: () => 'b', brief: 'back', about: 'to the step before, to look again', press: back },
  {
    keys: ['h'],
    shown: () => 'h',
    brief: 'hint',
    about: 'show or hide a hint',
    press: (state) => ({ ...state, hint: !state.hint, top: 0 }),
  },
  { keys: ['l'], shown: () => 'l', brief: 'lessons', about: 'the list of lessons', press: openList },
  {
    keys: ['pageup', 'pagedown', 'space'],
    shown: () => 'page keys',
    about: 'scroll what does not fit the screen; so does space',
    press: (state, context, key) => page(state, context, key === 'pageup' ? -1 : 1),
  },
  {
    keys: ['?'],
    shown: () => '?',
    brief: 'help',
    about: 'show or hide this list',
    press: (state) => ({ ...state, help: !state.help, top: 0 }),
  },
  {
    keys: ['q'],
    shown: () => 'q',
    brief: 'quit',
    about: 'quit; so does Ctrl-C. tenure learn goes on where you were',
    press: (state) => ({ ...state, quit: true }),
  },
];
