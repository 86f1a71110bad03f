import type { Measure } from '../../../replay/pairTally.ts';
import { MEASURES } from '../../../replay/pairTally.ts';
import type { Range } from '../../chart/niceRange.ts';
import { thousands } from '../../formatNumber.ts';
import type { Glyphs } from '../../glyphs.ts';
import { type Interval, intervalBar, scaleOf } from '../../intervalBar.ts';
import { amount, intervalWords } from '../../intervalWords.ts';
import type { Room } from '../../room.ts';
import { clipRow, heading, type Row, row, span, widthOf } from '../../row.ts';
import { shortened } from '../../shortened.ts';
import { wordsOf, wordWrap } from '../../wordWrap.ts';
import type { CompareView } from '../compareView.ts';

const BAR = { most: 60, least: 5 };
const LABEL = 21;
/** Columns of the other parts where there is a bar; more where numbers are longer. */
const WORDS = 24;
const MEANS = 18;
/** Smaller parts of what is compared are what floating-point numbers leave. */
const LEAST = 1e-12;

/**
 * A − B in every measure, with intervals: each unit compared with itself, and as if they were others; then what these
 * intervals are.
 */
export function differenceRows(view: CompareView, room: Room, most: number): Row[] {
  const { day, difference, units } = view;
  const { width, glyphs } = room;
  const measures = MEASURES.map((measure) => measured(view, measure, glyphs));
  const table = tableOf(measures, width);
  const rows = measures.flatMap((one) => one.lines.map((line) => lineRow(line, one.scale, table, room)));
  const stayed = `${thousands(difference.kept)} here in A only, ${thousands(difference.lost)} in B only`;
  const title = `A ${glyphs.minus} B up to day ${day}, per ${units.kind}`;
  const all = [...rows, ...captionRows(view, room)];
  return [heading(title, stayed, width, glyphs), ...shortened(all, most - 1, 'lines', room)];
}

/** A line of the table, before it is known how much of it there is room for. */
interface Line {
  readonly label: string;
  readonly interval: Interval;
  readonly words: string;
  /** of A and of B */
  readonly means: string;
}

/** Both lines of a measure, on one scale. */
interface Measured {
  readonly scale: Range;
  readonly lines: readonly Line[];
}

function measured(view: CompareView, measure: Measure, glyphs: Glyphs): Measured {
  const { a, b, ...differences } = view.difference[measure];
  const least = LEAST * Math.max(Math.abs(a), Math.abs(b));
  const [paired, unpaired] = [differences.paired, differences.unpaired].map((one) =>
    withoutNoise(one, least),
  );
  const line = (label: string, interval: Interval, means: string): Line => ({
    label,
    interval,
    words: intervalWords(interval, glyphs),
    means,
  });
  const means = `A ${amount(a, glyphs)}  B ${amount(b, glyphs)}`;
  return {
    scale: scaleOf([paired, unpaired]),
    lines: [line(` ${measureWords(view, measure)}`, paired, means), line('   unpaired', unpaired, '')],
  };
}

/** Columns for what there is room for beside the labels; 0: it is left out. */
interface Table {
  readonly bar: number;
  readonly words: number;
  readonly means: number;
}

/** Numbers get their room first: a bar that would cut them is left out, then the means. */
function tableOf(measures: readonly Measured[], width: number): Table {
  const lines = measures.flatMap((one) => one.lines);
  const widest = (part: 'words' | 'means') => Math.max(...lines.map((line) => widthOf(line[part])));
  const [words, means] = [widest('words'), widest('means')];
  const roomy = { words: Math.max(words, WORDS), means: Math.max(means, MEANS) };
  const bar = Math.min(width - LABEL - roomy.words - roomy.means - 3, BAR.most);
  if (bar >= BAR.least) return { bar, ...roomy };
  return { bar: 0, words, means: LABEL + words + means + 2 <= width ? means : 0 };
}

function lineRow({ label, interval, words, means }: Line, scale: Range, table: Table, room: Room): Row {
  const drawn = table.bar > 0 ? [' ', ...intervalBar(interval, scale, { ...room, width: table.bar })] : [];
  const numbers = ` ${words.padEnd(table.words)} ${table.means > 0 ? means : ''}`;
  return clipRow(row(label.padEnd(LABEL), ...drawn, numbers), room.width, room.glyphs);
}

/** What is left of a difference of equal numbers is no difference. */
function withoutNoise({ mean, low, high }: Interval, least: number): Interval {
  const clean = (value: number) => (Math.abs(value) < least ? 0 : value);
  return { mean: clean(mean), low: clean(low), high: clean(high) };
}

function measureWords({ program }: CompareView, measure: Measure): string {
  const discounted = program.objective.discount < 1 ? 'discounted rewards' : 'rewards so far';
  return { here: 'still here, % points', return: discounted, cost: 'cost', contacts: 'contacts' }[measure];
}

/** What the intervals hold, and what they do not. */
function captionRows({ units, counted, withSeeds }: CompareView, { width }: Room): Row[] {
  const text = `95 % t intervals over these ${thousands(counted)} ${units.kind}s: each compared with itself, or, unpaired, as if A and B had others. They hold the luck of these ${units.kind}s only, and nothing of the luck of training.`;
  // The command stays in one piece, to be copied.
  const more = withSeeds === undefined ? [] : [...wordsOf(SEVERAL, 'faint'), span(withSeeds, 'faint')];
  const words = [...wordsOf(text, 'faint'), ...more];
  return wordWrap(row(' '), words, width - 1);
}

const SEVERAL = 'Several seeds tell that too:';

/** Lines that the panel takes. */
export function differenceHeight(view: CompareView, room: Room): number {
  return 1 + 2 * MEASURES.length + captionRows(view, room).length;
}
