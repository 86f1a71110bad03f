import type { TrainingHistory, ValidationPoint } from '../../../training/trainingHistory.ts';
import { beside } from '../../beside.ts';
import { strokeSample } from '../../chart/strokeSample.ts';
import { figure, percent } from '../../formatNumber.ts';
import { type ChartPoint, lineChartRows } from '../../lineChart.ts';
import type { Room } from '../../room.ts';
import { clip, type Row, row, span } from '../../row.ts';
import { ruledRow } from './ruledRow.ts';

/** The least width for two curves side by side, and the columns between them. */
const BOTH = 76;
const GAP = 2;
/** Columns with which a curve has no room for names, which are told elsewhere too. */
const NARROW = 50;

/** What is validated: the return, or who stays. */
interface Measure {
  readonly name: 'return' | 'retention';
  readonly title: string;
  /** the same where there is little room */
  readonly brief: string;
  readonly words: (value: number) => string;
}

const RETURN: Measure = {
  name: 'return',
  title: 'return',
  brief: 'return',
  words: (value) => figure(value, 3),
};
const RETENTION: Measure = {
  name: 'retention',
  title: 'still there',
  brief: 'stay',
  words: (value) => percent(value, 1),
};

/** Return and retention of the greedy policy on the validation users, beside the rule; one curve where it is narrow. */
export function curveRows(history: TrainingHistory, room: Room, height: number): Row[] {
  if (height < 1) return [];
  if (room.width < BOTH) return curve(history, RETURN, room, height);
  const width = Math.floor((room.width - GAP) / 2);
  const columns = [RETURN, RETENTION].map((measure) => ({
    width,
    rows: curve(history, measure, { ...room, width }, height),
  }));
  return beside(columns, GAP, room.glyphs);
}

function curve(history: TrainingHistory, measure: Measure, room: Room, height: number): Row[] {
  const { validations, rule, setup } = history;
  const title = legend(history, measure, room);
  const waiting = validations.length === 0 ? [waitingRow(setup.episodes, room)] : [];
  const points = validations.map((point) => pointOf(point, measure));
  const chart = {
    series: [{ label: '', points, stroke: 'solid', style: 'accent' }],
    ...(rule && { reference: { label: '', value: rule.played[measure.name].mean } }),
    height: height - 1 - waiting.length,
    x: { range: [0, setup.episodes], label: (value: number) => String(Math.round(value)) },
    y: { label: measure.words },
  } as const;
  return [title, ...waiting, ...lineChartRows(chart, room)].slice(0, height);
}

function waitingRow(episodes: number, { width, glyphs }: Room): Row {
  const words = ` first validation: after episode ${Math.ceil(episodes / 10)}`;
  return row(span(clip(words, width, glyphs), 'faint'));
}

function pointOf(point: ValidationPoint, { name }: Measure): ChartPoint {
  const interval = point.validated?.played[name];
  const place = { x: point.episode, y: point[name] };
  return interval ? { ...place, low: interval.low, high: interval.high } : place;
}

/** Which line is which, with the latest figures: `── return  ⠒⠒⠒ dqn 12.3  ⠒ ⠒ marketer 11 ──`. */
function legend(
  { validations, rule, setup }: TrainingHistory,
  measure: Measure,
  { width, glyphs }: Room,
): Row {
  const { name, words } = measure;
  const title = width < NARROW ? measure.brief : measure.title;
  const latest = validations.at(-1);
  const agent = width < NARROW ? '' : ` ${setup.agent}`;
  const other = width < NARROW ? 'rule' : rule?.name;
  const own = latest ? `${agent} ${words(latest[name])}` : '';
  const ruled = rule ? ` ${other} ${words(rule.played[name].mean)}` : '';
  const text = row(
    span(title, 'strong'),
    ...(own === '' ? [] : ['  ', ...strokeSample('solid', 'accent', glyphs), own]),
    ...(ruled === '' ? [] : ['  ', ...strokeSample('reference', 'plain', glyphs), ruled]),
  );
  return ruledRow(text, width, glyphs);
}
