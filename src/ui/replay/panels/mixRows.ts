import { actionLetters } from '../../actionLetters.ts';
import { percent } from '../../formatNumber.ts';
import { nameWidth } from '../../nameWidth.ts';
import type { Room } from '../../room.ts';
import { clip, clipRow, heading, type Row, row, span } from '../../row.ts';
import { shortened } from '../../shortened.ts';
import { sparkline } from '../../sparkline.ts';
import type { ReplayView } from '../replayView.ts';

/** What each action was in all decisions of each day: the part, 0 to 1; undefined where a day is not lived yet. */
export type MixByDay = readonly (readonly (number | undefined)[])[];

/** What another policy did with the same people: the best-known rule, to compare with. */
export interface Baseline {
  readonly name: string;
  readonly mix: MixByDay;
}

/**
 * The part of each action over all days, and today's part in figures beside that of a rule. Heights are of the whole:
 * full is 100 %.
 */
export function mixRows(
  view: ReplayView,
  mix: MixByDay,
  baseline: Baseline | undefined,
  room: Room,
  most: number,
): Row[] {
  const { program, frame, day, days } = view;
  const { width, glyphs } = room;
  const marks = actionLetters(program, glyphs);
  const name = nameWidth(program.actions, width);
  const cells = Math.max(Math.min(width - (3 + name + 2 + 8 + 2 + (baseline ? 8 : 0)), days), 1);
  const lines = program.actions.map((action, k) => {
    const today = day === 0 ? '' : percent(frame.actions[k], frame.active);
    const columns = Array.from({ length: cells }, (_, cell) => mix[k][dayAt(cell, cells, days)]);
    const at = day === 0 ? -1 : Math.floor(((day - 1) * cells) / days);
    const text = [...sparkline(columns, [0, 1], glyphs)];
    const strip = [
      span(text.slice(0, at + 1).join(''), 'accent'),
      span(text.slice(at + 1).join(''), 'faint'),
    ];
    const theirs = baseline ? `  ${partOf(baseline.mix[k][day]).padStart(6)}` : '';
    const label = ` ${clip(action.name, name, glyphs).padEnd(name)}  ${today.padStart(6)}${theirs}  `;
    return clipRow(row(' ', span(marks[k], 'strong'), label, ...strip), width, glyphs);
  });
  const title = baseline ? `actions: here, under ${baseline.name}, and here by day` : 'actions by day';
  const scale = `height: 0 to 100 %, days 1 to ${days}`;
  return [heading(title, scale, width, glyphs), ...shortened(lines, most - 1, 'actions', room)];
}

function partOf(part: number | undefined): string {
  return part === undefined ? '' : percent(part, 1);
}

/** The day that a cell stands for, the first being day 1. */
function dayAt(cell: number, cells: number, days: number): number {
  return Math.min(Math.floor((cell * days) / cells) + 1, days);
}
