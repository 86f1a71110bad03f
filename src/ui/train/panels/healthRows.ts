import type { Alert } from '../../../training/alert.ts';
import type { EpisodeMetrics } from '../../../training/episodeMetrics.ts';
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
interface HealthFigure {
  readonly label: string;
  /** undefined: the episode has none */
  readonly of: (episode: EpisodeMetrics) => number | undefined;
  readonly last: string;
  /** whether an alert is about it */
  readonly marked: boolean;
}

/** What the training users brought, exploration included, and all that the agent says of its learning. */
function healthFigures({ episodes, figures }: TrainingHistory, alerts: readonly Alert[]): HealthFigure[] {
  const latest = episodes.at(-1);
  return [
    {
      label: 'return',
      of: (episode) => episode.return,
      last: latest ? figure(latest.return, 3) : '',
      marked: false,
    },
    {
      label: 'still there',
      of: (episode) => episode.retention,
      last: latest ? percent(latest.retention, 1) : '',
      marked: false,
    },
    ...inOrder(Object.keys(figures)).map((name) => ({
      label: figureLabel(name),
      of: ({ learning }: EpisodeMetrics) => learning[name],
      last: Number.isFinite(figures[name]) ? figure(figures[name], 3) : '?',
      marked: alerts.some((alert) => alert.figures.includes(name)),
    })),
  ];
}

/** Rows that the panel takes, its heading among them. */
export function healthHeight({ figures }: TrainingHistory): number {
  return 3 + Object.keys(figures).length;
}

/** Learning health: a line for each figure, episode by episode, with the last value. */
export function healthRows(
  history: TrainingHistory,
  alerts: readonly Alert[],
  room: Room,
  most: number,
): Row[] {
  const { width, glyphs } = room;
  const each = Math.max(Math.ceil(history.episodes.length / spaceIn(width)), 1);
  const rows = healthFigures(history, alerts).map((one) =>
    healthRow(one, means(history.episodes, each, one.of), room),
  );
  const by = each > 1 ? `means of ${each} episodes` : 'by episode, exploring';
  const title = heading(`learning health, ${by}`, '', width, glyphs);
  return [title, ...shortened(rows, most - 1, 'figures', room)].slice(0, most);
}

function healthRow({ label, last, marked }: HealthFigure, values: readonly number[], room: Room): Row {
  const { width, glyphs } = room;
  const range = [Math.min(...values), Math.max(...values)] as const;
  const line = sparkline(values, range, glyphs);
  return clipRow(
    row(
      ` ${clip(label, NAME, glyphs).padEnd(NAME)} `,
      span(line.padEnd(spaceIn(width)), 'accent'),
      ` ${last.padStart(VALUE)}`,
      span(marked ? ` ${glyphs.warning}` : '', 'loss'),
    ),
    width,
    glyphs,
  );
}

/** Columns of a sparkline. */
function spaceIn(width: number): number {
  return Math.max(width - 1 - NAME - 1 - 1 - VALUE - 2, 1);
}

/** The mean of a figure over every so many episodes, the last ones of what is left; without those that have none. */
function means(episodes: readonly EpisodeMetrics[], each: number, of: HealthFigure['of']): number[] {
  const count = Math.ceil(episodes.length / each);
  return Array.from({ length: count }, (_, k) => {
    let [sum, known] = [0, 0];
    for (let at = k * each; at < Math.min((k + 1) * each, episodes.length); at++) {
      const value = of(episodes[at]) ?? Number.NaN;
      if (Number.isFinite(value)) [sum, known] = [sum + value, known + 1];
    }
    return known > 0 ? sum / known : Number.NaN;
  }).filter(Number.isFinite);
}
