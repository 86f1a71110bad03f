import { FOOTER_ROWS } from '../screen/screenFooter.ts';
import type { ScreenSize } from '../screenSize.ts';
import { USER_ROWS } from './panels/userRows.ts';
import type { ReplayState, ScreenDivision } from './replayState.ts';
import type { ReplayView } from './replayView.ts';

/** Rows given to each panel between the scrubber and the footer; 0: not shown. */
export interface ReplayLayout {
  readonly panels: 1 | 2;
  readonly population: number;
  readonly actions: number;
  readonly user: number;
  readonly legend: number;
  readonly why: number;
  /** blank lines before each panel but the first */
  readonly gap: number;
}

/** Title and scrubber. */
const HEADER_ROWS = 3;
/** The least why panel that shares a screen with the rest: a heading and five lines. */
const LEAST_WHY = 6;
/** With this much room for the why panel, there is some to spare between the panels. */
const AMPLE_WHY = 28;

/** Rows between the scrubber and the footer. The last row of the terminal is never drawn on. */
export function bodyRows({ rows }: ScreenSize): number {
  return Math.max(rows - 1 - HEADER_ROWS - FOOTER_ROWS, 0);
}

/** Divides the screen: everything at once where it fits, else overview or user. */
export function layOutReplay({ program }: ReplayView, state: ReplayState, size: ScreenSize): ReplayLayout {
  const body = bodyRows(size);
  const [population, actions] = [program.stages.length + 1, program.actions.length + 1];
  const spare = body - population - actions - USER_ROWS;
  if (spare >= (state.why ? LEAST_WHY : 0)) {
    const gap = spare >= AMPLE_WHY ? 1 : 0;
    const why = state.why ? spare - 3 * gap : 0;
    return { panels: 1, population, actions, user: USER_ROWS, legend: 0, why, gap };
  }
  return state.panel === 'user' ? userPanel(body, state.why) : overviewPanel(body, population, actions);
}

function overviewPanel(body: number, population: number, actions: number): ReplayLayout {
  const forActions = Math.min(actions, Math.max(body - population, Math.floor(body / 2)));
  const forStages = Math.min(population, Math.max(body - forActions, 0));
  const user = body - forStages - forActions >= USER_ROWS ? USER_ROWS : 0;
  return { panels: 2, population: forStages, actions: forActions, user, legend: 0, why: 0, gap: 0 };
}

function userPanel(body: number, why: boolean): ReplayLayout {
  const user = Math.min(USER_ROWS, body);
  const legend = body > USER_ROWS ? 1 : 0;
  const rest = Math.max(body - user - legend, 0);
  return { panels: 2, population: 0, actions: 0, user, legend, why: why && rest > 1 ? rest : 0, gap: 0 };
}

/** What keys have to know about a layout. */
export function divisionOf(layout: ReplayLayout, whyLines: number): ScreenDivision {
  return { panels: layout.panels, why: { lines: whyLines, room: Math.max(layout.why - 1, 0) } };
}
