import type { Program } from '../../../environments/scenario/program.ts';
import { FOOTER_ROWS } from '../screen/screenFooter.ts';
import type { ScreenSize } from '../screenSize.ts';
import { USER_ROWS } from './panels/userRows.ts';
import type { Page, ReplayState } from './replayState.ts';

/** Rows given to each panel between the scrubber and the footer; 0: not shown. */
export interface ReplayLayout {
  /** parts that take turns */
  readonly pages: readonly Page[];
  readonly population: number;
  readonly actions: number;
  readonly grid: number;
  readonly user: number;
  readonly legend: number;
  readonly why: number;
  /** blank lines before each panel but the first */
  readonly gap: number;
}

type LookedAt = Pick<ReplayState, 'page' | 'why' | 'hidden'>;

/** Title and scrubber. */
const HEADER_ROWS = 3;
/** The least why panel that shares a screen with the rest: a heading and five lines. */
const LEAST_WHY = 6;
/** The least picture of users that shares a screen: a heading and five lines; and the most that it takes there. */
const LEAST_GRID = 6;
const MOST_GRID = 12;
/** With this much room for the why panel, there is some to spare between the panels. */
const AMPLE_WHY = 28;

const NOTHING = { population: 0, actions: 0, grid: 0, user: 0, legend: 0, why: 0, gap: 0 };

/** Rows between the scrubber and the footer. The last row of the terminal is never drawn on. */
export function bodyRows({ rows }: ScreenSize): number {
  return Math.max(rows - 1 - HEADER_ROWS - FOOTER_ROWS, 0);
}

/** Divides the screen: everything at once where it fits, else all but the picture, else one part at a time. */
export function layOutReplay(
  { stages, actions: choices }: Pick<Program, 'stages' | 'actions'>,
  state: LookedAt,
  size: ScreenSize,
): ReplayLayout {
  const body = bodyRows(size);
  const [population, actions, user] = [stages.length + 1, choices.length + 1, userHeight(state)];
  const spare = body - population - actions - user;
  const why = state.why ? LEAST_WHY : 0;
  if (spare >= why + LEAST_GRID) return whole(spare, { population, actions, user }, state);
  if (spare >= why) return withoutPicture(body, spare, { population, actions, user }, state);
  if (state.page === 'users') return { ...picturePage(body, state), pages: ['overview', 'users', 'user'] };
  const page = state.page === 'user' ? userPage(body, state) : overviewPage(body, population, actions, state);
  return { ...page, pages: ['overview', 'users', 'user'] };
}

type Heights = Pick<ReplayLayout, 'population' | 'actions' | 'user'>;

function whole(spare: number, heights: Heights, { why }: LookedAt): ReplayLayout {
  const grid = why ? Math.min(Math.max(LEAST_GRID, Math.floor(spare / 3)), MOST_GRID) : spare;
  const gap = why && spare - grid >= AMPLE_WHY ? 1 : 0;
  return { ...NOTHING, ...heights, pages: ['overview'], grid, why: why ? spare - grid - 4 * gap : 0, gap };
}

function withoutPicture(body: number, spare: number, heights: Heights, state: LookedAt): ReplayLayout {
  const pages = ['overview', 'users'] as const;
  if (state.page === 'users') return { ...picturePage(body, state), pages };
  const why = state.why ? spare : 0;
  return { ...NOTHING, ...heights, pages, why };
}

/** The picture above the chosen user. */
function picturePage(body: number, state: LookedAt): ReplayLayout {
  const user = body >= userHeight(state) + LEAST_GRID ? userHeight(state) : 0;
  return { ...NOTHING, pages: [], grid: body - user, user };
}

function overviewPage(body: number, population: number, actions: number, state: LookedAt): ReplayLayout {
  const forActions = Math.min(actions, Math.max(body - population, Math.floor(body / 2)));
  const forStages = Math.min(population, Math.max(body - forActions, 0));
  const user = body - forStages - forActions >= userHeight(state) ? userHeight(state) : 0;
  return { ...NOTHING, pages: [], population: forStages, actions: forActions, user };
}

function userPage(body: number, state: LookedAt): ReplayLayout {
  const user = Math.min(userHeight(state), body);
  const legend = body > user ? 1 : 0;
  const rest = Math.max(body - user - legend, 0);
  return { ...NOTHING, pages: [], user, legend, why: state.why && rest > 1 ? rest : 0 };
}

function userHeight({ hidden }: LookedAt): number {
  return USER_ROWS + (hidden ? 1 : 0);
}
