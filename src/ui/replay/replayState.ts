import type { DayCondition } from '../../replay/conditions/dayCondition.ts';
import type { UserCondition, UserValue } from '../../replay/conditions/userCondition.ts';
import type { ForkChoice } from '../../replay/forks/forkChoice.ts';
import type { KeptSearch } from '../../replay/kept/keptSearch.ts';
import type { WhoLeft } from '../../replay/kept/leavers.ts';
import type { Mark } from '../../replay/marks.ts';
import type { Replay } from '../../replay/replay.ts';
import { CALM, type ScreenState, type TypedLine } from '../screen/screenState.ts';
import type { Transport } from '../screen/transport.ts';
import type { KeptList } from './kept/keptList.ts';
import type { Baseline } from './panels/mixRows.ts';
import type { AdviceOf } from './personOf.ts';

/** Where somebody stands in a replay, and what is shown of it. */
export interface ReplayState extends ScreenState, Transport {
  /** a later day that is on its way, as the days before it have to be lived first */
  readonly goal: number | undefined;
  /** the chosen user's number */
  readonly user: number;
  /** playing pauses where something happens to the chosen user */
  readonly follow: boolean;
  /** which part is shown where the screen is too small for all */
  readonly page: Page;
  /** who moved today, or the matrix of all moves since the start */
  readonly flow: 'today' | 'matrix';
  /** today's actions by stage, or the parts of each action over all days */
  readonly mix: 'today' | 'days';
  /** what the best-known rule does with the same people, once it was asked for */
  readonly baseline: Baseline | undefined;
  readonly why: boolean;
  /** first line shown of the why panel */
  readonly whyTop: number;
  /** whether the chosen user's hidden values are told */
  readonly hidden: boolean;
  /** who is counted and drawn; undefined: everyone */
  readonly filter: UserCondition | undefined;
  /** where playing pauses */
  readonly breakpoints: readonly DayCondition[];
  /** days */
  readonly bookmarks: readonly number[];
  readonly grid: GridState;
  /** whether the command for the present view is shown */
  readonly command: boolean;
  /** what was asked for that takes time or files, until it is answered */
  readonly asked: Asked | undefined;
  /** who could have been kept, where that covers the panels */
  readonly kept: KeptList | undefined;
  /** how much of a search for them is done, whole per cent */
  readonly tried: number;
}

/** How the picture of all users is drawn. */
export interface GridState {
  readonly order: 'stage' | 'number';
  /** what shades users; undefined: how soon they leave */
  readonly shade: UserValue | undefined;
  readonly zoom: number;
}

/** Parts of the screen that take turns where there is no room for all. */
export const PAGES = ['overview', 'users', 'user'] as const;
export type Page = (typeof PAGES)[number];

/** Something that the reducer cannot do by itself. */
export type Asked =
  | { readonly kind: 'fork'; readonly choice: ForkChoice }
  | { readonly kind: 'against'; readonly policy: string; readonly day: number }
  | { readonly kind: 'kept'; readonly who: WhoLeft }
  | { readonly kind: 'baseline' }
  | { readonly kind: 'save' }
  | { readonly kind: 'copy' };

/** What a key has to know besides the state. */
export interface KeyContext {
  readonly replay: Replay;
  /** asks the policy at once; undefined where there is none */
  readonly adviceOf: AdviceOf | undefined;
  /** marked days; undefined while not all days are lived */
  marks(): readonly Mark[] | undefined;
  /** how the screen would be divided in a state */
  divide(state: ReplayState): ScreenDivision;
  /** what this screen was given to do: where there is nobody to ask, keys say so */
  readonly can: Readonly<Record<'fork' | 'against' | 'kept' | 'baseline' | 'save', boolean>>;
}

export interface ScreenDivision {
  /** parts that take turns */
  readonly pages: readonly Page[];
  /** lines of the why panel, and how many of them there is room for; 0 where it is not on the screen */
  readonly why: { readonly lines: number; readonly room: number };
  /** whether the picture of all users is on the screen */
  readonly grid: boolean;
}

export type ReplayEvent =
  | { readonly kind: 'key'; readonly key: string }
  /** a day's time has passed while playing */
  | { readonly kind: 'tick' }
  /** more days were lived */
  | { readonly kind: 'lived' }
  /** what was asked for is done, or why it cannot be */
  | { readonly kind: 'answered'; readonly message: string; readonly line?: TypedLine }
  | { readonly kind: 'baseline'; readonly baseline: Baseline }
  | { readonly kind: 'tried'; readonly tried: number }
  | { readonly kind: 'kept'; readonly who: WhoLeft; readonly search: KeptSearch };

/** Where a replay is opened: paused, with the why panel, four days a second once it plays. */
export function initialReplayState(day: number, user: number, filter?: UserCondition): ReplayState {
  return {
    ...CALM,
    day,
    goal: undefined,
    user,
    playing: false,
    speed: 2,
    follow: false,
    page: 'overview',
    flow: 'today',
    mix: 'today',
    baseline: undefined,
    why: true,
    whyTop: 0,
    hidden: false,
    filter,
    breakpoints: [],
    bookmarks: [],
    grid: { order: 'stage', shade: undefined, zoom: 0 },
    command: false,
    asked: undefined,
    kept: undefined,
    tried: 0,
  };
}
