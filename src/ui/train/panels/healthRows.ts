import type { Alert } from '../../../training/alert.ts';
import { figureSeries } from '../../../training/figureSeries.ts';
import type { TrainingHistory } from '../../../training/trainingHistory.ts';
import { figure, percent } from '../../formatNumber.ts';
import type { Room } from '../../room.ts';
import { clip, clipRow, heading, type Row, row, span } from '../../row.ts';
import { shortened } from '../../shortened.ts';
import { sparkline } from '../../sparkline.ts';
import { figureLabel, inOrder } from '../figureLabels.ts';

/** Columns of the name and of the last value. */
const NAME = 12;
const VALUE = 8;

/** One line of the panel: a figure of every episode, and the last one. */
export interface HealthFigure {
  readonly label: string;
  readonly values: readonly number[];
  readonly last: string;
  /** whether an alert is about it */
  readonly marked: boolean;
}

/** What the training users brought, exploration included, and all that the agent says of its learning. */
export function healthFigures(history: TrainingHistory, alerts: readonly Alert[] = []): HealthFigure[] {
  const { episodes, figures } = history;
  const earned = episodes.map((episode) => episode.return);
  const kept = episodes.map((episode) => episode.retention);
  const last = (values: readonly number[], words: (value: number) => string) =>
    values.length > 0 ? words(values[values.length - 1]) : '';
  const names = inOrder([
    ...episodes.flatMap(({ learning }) => Object.keys(learning)),
    ...Object.keys(figures),
  ]);
  return [
    { label: 'return', values: earned, last: last(earned, (value) => figure(value, 3)), marked: false },
    { label: 'still there', values: kept, last: last(kept, (value) => percent(value, 1)), marked: false },
    ...names.map((name) => ({
      label: figureLabel(name),
      values: figureSeries(history, name).map(({ value }) => value),
      last: Number.isFinite(figures[name]) ? figure(figures[name], 3) : '?',
      marked: alerts.some((alert) => alert.figures.includes(name)),
    })),
  ];
}

/** Learning health: a line for each figure, episode by episode, with the last value. */
export function healthRows(
  history: TrainingHistory,
  alerts: readonly Alert[],
  room: Room,
  most: number,
): Row[] {
  const { width, glyphs } = room;
  const rows = healthFigures(history, alerts).map((one) => healthRow(one, room));
  const title = heading('learning health, by episode, exploring', '', width, glyphs);
  return [title, ...shortened(rows, most - 1, 'figures', room)].slice(0, most);
}

function healthRow({ label, values, last, marked }: HealthFigure, { width, glyphs }: Room): Row {
  const space = Math.max(width - 1 - NAME - 1 - 1 - VALUE - 2, 0);
  const shown = values.slice(-space);
  const range = [Math.min(...shown), Math.max(...shown)] as const;
  const line = space > 0 ? sparkline(shown, range, glyphs) : '';
  return clipRow(
    row(
      ` ${clip(label, NAME, glyphs).padEnd(NAME)} `,
      span(line.padEnd(space), 'accent'),
      ` ${last.padStart(VALUE)}`,
      span(marked ? ` ${glyphs.warning}` : '', 'loss'),
    ),
    width,
    glyphs,
  );
}
