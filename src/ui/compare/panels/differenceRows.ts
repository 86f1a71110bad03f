import type { Measure } from '../../../replay/pairTally.ts';
import { MEASURES } from '../../../replay/pairTally.ts';
import { figure, thousands } from '../../formatNumber.ts';
import { intervalBar, scaleOf } from '../../intervalBar.ts';
import { intervalWords } from '../../intervalWords.ts';
import type { Room } from '../../room.ts';
import { clipRow, heading, type Row, row, span } from '../../row.ts';
import { shortened } from '../../shortened.ts';
import { wordWrap } from '../../wordWrap.ts';
import type { CompareView } from '../compareView.ts';

const BAR = { most: 60, least: 5 };
const LABEL = 21;

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
  const { a, b, paired, unpaired } = view.difference[measure];
  const means = ` A ${figure(a, 3)}  B ${figure(b, 3)}`;
  const words = [paired, unpaired].map((interval) => intervalWords(interval, glyphs));
  const columns = Math.min(width - LABEL - WORDS - MEANS - 3, BAR.most);
  const bars = [paired, unpaired].map((interval) =>
    columns < BAR.least
      ? []
      : intervalBar(interval, scaleOf([paired, unpaired]), { ...room, width: columns }),
  );
  const line = (label: string, k: number, end: string) =>
    clipRow(row(label.padEnd(LABEL), ...bars[k], ` ${words[k].padEnd(WORDS)}`, span(end)), width, glyphs);
  return [line(` ${measureWords(view, measure)}`, 0, means), line('   unpaired', 1, '')];
}

const WORDS = 24;
const MEANS = 18;

function measureWords({ program }: CompareView, measure: Measure): string {
  const discounted = program.objective.discount < 1 ? 'discounted rewards' : 'rewards so far';
  return { here: 'still here, % points', return: discounted, cost: 'cost', contacts: 'contacts' }[measure];
}

/** What the intervals hold, and what they do not. */
function captionRows({ units, program, names }: CompareView, { width }: Room): Row[] {
  const people = `${thousands(units.count)} ${units.kind}s`;
  const text = `95 % t intervals over these ${people} only, each compared with itself, or (unpaired) as if A and B had others. One seed, so one training of what was trained: tenure compare ${program.name} --policies ${names.a.split(' ')[0]},${names.b.split(' ')[0]} --seeds 5 tells that luck too.`;
  const words = text.split(' ').map((word) => span(word, 'faint'));
  return wordWrap(row(' '), words, width - 1);
}

/** Lines that the panel takes. */
export function differenceHeight(view: CompareView, room: Room): number {
  return 1 + 2 * MEASURES.length + captionRows(view, room).length;
}
