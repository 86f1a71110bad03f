import type { Keyboard, ScreenKey } from '../screen/keyboard.ts';
import { whereCheckpointIs } from './checkpointWords.ts';
import { explain, isExplaining, scrollExplanation } from './explainKeys.ts';
import {
  askEvaluation,
  isInEpisode,
  isRunning,
  nextPanel,
  pauseOrGoOn,
  quitAfterEpisode,
} from './runningKeys.ts';
import type { TrainContext, TrainState } from './trainState.ts';

/** Every key of a training's screen, in the order of help. */
const keys: readonly ScreenKey<TrainState, TrainContext>[] = [
  {
    keys: ['space'],
    shown: 'space',
    brief: 'pause',
    about: 'pause after this day, or go on; the result stays the same',
    commands: ['pause'],
    refused: isRunning,
    press: pauseOrGoOn,
  },
  {
    keys: ['e'],
    shown: 'e',
    brief: 'evaluate',
    about: 'play the greedy policy for this screen when the episode ends',
    commands: ['evaluate'],
    refused: isRunning,
    press: askEvaluation,
  },
  {
    keys: ['c'],
    shown: 'c',
    brief: 'checkpoint',
    about: 'which checkpoint is on disk, and when the next one is written',
    commands: ['checkpoint'],
    refused: isRunning,
    press: whereCheckpointIs,
  },
  {
    keys: ['w'],
    shown: 'w',
    brief: 'why',
    about: 'what the alerts mean and what to do about them; again: back',
    commands: ['why'],
    refused: ({ explaining }, { alerts }) =>
      alerts.length > 0 || explaining ? undefined : 'there are no alerts to explain so far',
    press: explain,
  },
  {
    keys: ['tab'],
    shown: 'tab',
    brief: 'panel',
    about: 'the next panel, where there is no room for all',
    commands: ['panel'],
    refused: (_, { turns }) => (turns.length === 0 ? 'all panels are on the screen' : undefined),
    press: nextPanel,
  },
  {
    keys: ['up', 'down', 'pageup', 'pagedown'],
    shown: ({ upDown }) => upDown,
    about: 'scroll what the alerts mean',
    refused: isExplaining,
    press: scrollExplanation,
  },
  {
    keys: ['r'],
    shown: 'r',
    brief: 'replay',
    about: 'replay the held-out users, day by day',
    commands: ['replay'],
    refused: (_, { history }) =>
      history.phase === 'finished' ? undefined : 'a run can be replayed when its training is finished',
    press: (state) => ({ ...state, quit: true, next: 'replay' }),
  },
  {
    keys: ['s'],
    shown: 's',
    about: 'save this screen as a picture (SVG) and as text',
    commands: ['save'],
    refused: (_, { canSave }) => (canSave ? undefined : 'there is nowhere to save to'),
    press: (state) => ({ ...state, saving: true }),
  },
  {
    keys: ['S'],
    shown: 'S',
    brief: 'save+quit',
    about: 'finish this episode, which is written then, and quit',
    commands: ['save+quit'],
    refused: isInEpisode,
    press: quitAfterEpisode,
  },
  {
    keys: ['q'],
    shown: 'q',
    brief: 'quit',
    about: "quit: goes on from the last episode's checkpoint with --resume",
    commands: ['quit'],
    press: (state) => ({ ...state, quit: true }),
  },
  { keys: ['escape'], shown: 'esc', press: (state) => ({ ...state, explaining: false }) },
];

/** What keys do on a training's screen. */
export const trainKeyboard: Keyboard<TrainState, TrainContext> = { keys, lines: {} };
