import type { Measure } from '../../../replay/pairTally.ts';
import { MEASURES } from '../../../replay/pairTally.ts';
import { thousands } from '../../formatNumber.ts';
import { type Interval, intervalBar, scaleOf } from '../../intervalBar.ts';
import { amount, intervalWords } from '../../intervalWords.ts';
import type { Room } from '../../room.ts';
import { clipRow, heading, type Row, row, span } from '../../row.ts';
import { shortened } from '../../shortened.ts';
import { wordsOf, wordWrap } from '../../wordWrap.ts';
import type { CompareView } from '../compareView.ts';

const BAR = { most: 60, least: 5 };
const LABEL = 21;
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
  const rows = MEASURES.flatMap((measure) => measureRows(view, measure, room));
  const stayed = `${thousands(difference.kept)} here in A only, ${thousands(difference.lost)} in B only`;
  const title = `A ${glyphs.minus} B up to day ${day}, per ${units.kind}`;
  const all = [...rows, ...captionRows(view, room)];
  return [heading(title, stayed, width, glyphs), ...shortened(all, most - 1, 'lines', room)];
}

function measureRows(view: CompareView, measure: Measure, room: Room): Row[] {
  const { glyphs, width } = room;
  const { a, b, ...differences } = view.difference[measure];
  const least = LEAST * Math.max(Math.abs(a), Math.abs(b));
  const intervals = [differences.paired, differences.unpaired].map((one) => withoutNoise(one, least));
  const columns = Math.min(width - LABEL - WORDS - MEANS - 3, BAR.most);
  const scale = scaleOf(intervals);
  const line = (label: string, interval: Interval, end: string) => {
    const drawn = columns < BAR.least ? [] : intervalBar(interval, scale, { ...room, width: columns });
    const words = ` ${intervalWords(interval, glyphs).padEnd(WORDS)}`;
    return clipRow(row(label.padEnd(LABEL), ...drawn, words, end), width, glyphs);
  };
  const means = ` A ${amount(a, glyphs)}  B ${amount(b, glyphs)}`;
  return [
    line(` ${measureWords(view, measure)}`, intervals[0], means),
    line('   unpaired', intervals[1], ''),
  ];
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
