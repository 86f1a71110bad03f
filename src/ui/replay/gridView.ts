import type { Replay } from '../../replay/replay.ts';
import { figure } from '../formatNumber.ts';
import { leavingShades, type Shades, valueShades } from './grid/shades.ts';
import { type UserGrid, userGrid } from './grid/userGrid.ts';
import type { ReplayState } from './replayState.ts';

/** The picture of all users on one evening. */
export interface GridView extends UserGrid {
  readonly order: 'stage' | 'number';
  /** what the shades mean: lightest and darkest, in words */
  readonly scale: Shades['scale'];
  /** what was asked to shade by; undefined: how soon users leave, which only a recording knows */
  readonly shadedBy: string | undefined;
}

/** Draws all users into so many cells. */
export function gridView(
  replay: Replay,
  { day, user, filter, grid }: Pick<ReplayState, 'day' | 'user' | 'filter' | 'grid'>,
  { width, height }: { readonly width: number; readonly height: number },
): GridView {
  const stages = replay.stagesOn(day);
  const absorbing = replay.recording.program.stages.map((stage) => stage.absorbing);
  const among = filter?.on(replay, day);
  const { levels, scale } = grid.shade
    ? valueShades(grid.shade.on(replay, day), (row) => absorbing[stages[row]] === false, figureShortly)
    : leavingShades(replay.leavingDays(), day);
  const { order, zoom } = grid;
  const drawn = { stages, absorbing, shades: levels, among, order, chosen: user, width, height, zoom };
  return { ...userGrid(drawn), order, scale, shadedBy: grid.shade?.text };
}

function figureShortly(value: number): string {
  return figure(value, 2);
}
