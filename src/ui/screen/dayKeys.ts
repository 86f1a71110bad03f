import { beginLine } from './beginLine.ts';
import type { ScreenKey } from './keyboard.ts';
import type { ScreenState } from './screenState.ts';
import { changeSpeed, type Transport } from './transport.ts';

/** How somebody goes from day to day on one screen. */
export interface DayMoves<State, Context> {
  playOrPause(state: State, context: Context): State;
  /** @param days forward; back where negative */
  step(state: State, context: Context, days: number): State;
  /** @param digit of the tenth to go to */
  jumpToTenth(state: State, context: Context, digit: string): State;
  /** a line for help about the digits */
  readonly aboutTenths: string;
}

/** Keys that play and go from day to day, the same on all screens that have days. */
export function dayKeys<State extends ScreenState & Transport, Context>({
  playOrPause,
  step,
  jumpToTenth,
  aboutTenths,
}: DayMoves<State, Context>): readonly ScreenKey<State, Context>[] {
  return [
    {
      keys: ['space'],
      shown: 'space',
      brief: 'play',
      about: 'play or pause',
      commands: ['play'],
      press: playOrPause,
    },
    {
      keys: [',', '.'],
      shown: ', .',
      brief: 'step',
      about: 'a day back, a day forward',
      commands: ['back', 'forward'],
      press: (state, context, key) => step(state, context, key === ',' ? -1 : 1),
    },
    {
      keys: ['left', 'right'],
      shown: ({ leftRight }) => leftRight,
      brief: '5 days',
      about: 'five days back, five days forward',
      press: (state, context, key) => step(state, context, key === 'left' ? -5 : 5),
    },
    { keys: [...'0123456789'], shown: '0-9', brief: 'jump', about: aboutTenths, press: jumpToTenth },
    speedKey,
  ];
}

/** Begins to type the day to go to. */
export const dayLineKey = {
  keys: ['g'],
  shown: 'g 41 enter',
  about: 'go to day 41',
  press: beginLine('day'),
} as const;

const speedKey = {
  keys: ['<', '>'],
  shown: '< >',
  brief: 'speed',
  about: 'play slower, play faster',
  commands: ['slower', 'faster'],
  press: <State extends Transport>(state: State, _: unknown, key: string) =>
    changeSpeed(state, key === '<' ? -1 : 1),
} as const;
