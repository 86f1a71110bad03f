import type { ScreenKey } from '../../screen/keyboard.ts';
import { giveUp, stillAsked } from '../asking.ts';
import type { KeyContext, ReplayState } from '../replayState.ts';

/** Taking a view along, giving up and leaving. */
export const leavingKeys: readonly ScreenKey<ReplayState, KeyContext>[] = [
  {
    keys: ['s'],
    shown: 's',
    about: 'save this screen as a picture (SVG) and as text',
    commands: ['save'],
    refused: ({ asked }, { can }) => (can.save ? stillAsked(asked) : 'there is nowhere to save to'),
    press: (state) => ({ ...state, asked: { kind: 'save' } }),
  },
  {
    keys: ['y'],
    shown: 'y',
    about: 'copy the command that prints this view, where the terminal lets programs copy, and show it',
    commands: ['command'],
    press: (state) => ({ ...state, command: true, asked: state.asked ?? { kind: 'copy' } }),
  },
  {
    keys: ['escape'],
    shown: 'esc',
    about: 'give up what is being typed or lived; close a list; lift the filter',
    press: giveUp,
  },
  {
    keys: ['q'],
    shown: 'q',
    brief: 'quit',
    about: 'quit; so does Ctrl-C',
    commands: ['quit'],
    press: (state) => ({ ...state, quit: true }),
  },
];
