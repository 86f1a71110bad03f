import { strokeWords } from '../../chart/strokeWords.ts';
import { thousands } from '../../formatNumber.ts';
import { lineChartRows } from '../../lineChart.ts';
import type { Room } from '../../room.ts';
import { clipRow, heading, type Row, row, span } from '../../row.ts';
import type { CompareView } from '../compareView.ts';

/** Heading and the table of those still here. */
const AROUND = 4;
const LEAST_CHART = 4;
const LABEL = 8;
/** Columns for a count, and most of them. */
const COUNT = 10;
const COUNTS = 11;

/** The least height in which the curves say something. */
export const LEAST_SURVIVAL = AROUND + LEAST_CHART;
/** With more, the curves say nothing more. */
export const MOST_SURVIVAL = AROUND + 24;

/** The part of the users still here, day after day, under both policies; and how many that are on a few days. */
export function survivalRows(view: CompareView, room: Room, height: number): Row[] {
  const { days, here } = view;
  const pointsOf = (side: 'a' | 'b') => here.map((both, x) => ({ x, y: both[side] }));
  const chart = lineChartRows(
    {
      series: [
        { label: 'A', points: pointsOf('a'), stroke: 'solid', style: 'accent' },
        { label: 'B', points: pointsOf('b'), stroke: 'dashed', style: 'plain' },
      ],
      height: height - AROUND,
      x: { range: [0, Math.max(days, 1)], label: (value) => `${Math.round(value)}` },
      y: { range: [lowestTen(here), 100], label: (value) => `${Number(value.toFixed(1))}%` },
    },
    room,
  );
  const [a, b] = (['solid', 'dashed'] as const).map((stroke) => strokeWords(stroke, room.glyphs));
  const title = `still here of ${whose(view)} (A ${a}, B ${b})`;
  return [heading(title, '', room.width, room.glyphs), ...chart, ...countRows(view, room)];
}

/** The round per cent below all that is drawn. */
function lowestTen(here: CompareView['here']): number {
  const least = here.reduce((low, { a, b }) => Math.min(low, a, b), 100);
  return Math.max(Math.ceil(least / 10) - 1, 0) * 10;
}

function whose({ units, counted }: CompareView): string {
  const users = thousands(counted * units.usersEach);
  return units.kind === 'user' ? `${users} users` : `the ${users} users at the start`;
}

/** How many are at risk of leaving on a few days. */
function countRows({ days, here, units, counted }: CompareView, { width, glyphs }: Room): Row[] {
  const columns = Math.max(Math.min(Math.floor((width - LABEL) / COUNT), COUNTS, days + 1), 2);
  const shown = Array.from({ length: columns }, (_, k) => Math.round((k / (columns - 1)) * days));
  const users = counted * units.usersEach;
  const count = (day: number, side: 'a' | 'b') =>
    day < here.length ? thousands((here[day][side] / 100) * users) : glyphs.dot;
  const line = (label: string, cell: (day: number) => string) =>
    clipRow(row(label.padEnd(LABEL), ...shown.map((day) => cell(day).padStart(COUNT))), width, glyphs);
  return [
    line(' on day', String).map(({ text }) => span(text, 'faint')),
    line(' A', (day) => count(day, 'a')),
    line(' B', (day) => count(day, 'b')),
  ];
}
