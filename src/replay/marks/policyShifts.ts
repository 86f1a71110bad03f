import type { Program } from '../../../environments/scenario/program.ts';
import type { ReplayFrame } from '../replayFrame.ts';
import type { Mark } from './mark.ts';
import { peaks } from './peaks.ts';

/** Days before and from the shift on that are compared: whole weeks, as many policies have a weekly rhythm. */
const SPAN = 7;
/** Days on the longer side that are searched near the ends for a stretch with the mix of the shorter one. */
const SEARCHED = 14;
/** Jensen–Shannon divergence of a shift, bits of at most 1: about that of an action given to 10 % and then to 24 %. */
const LEAST = 0.02;
/** And it is this many times what chance alone makes among so few users. */
const BEYOND_CHANCE = 4;

/**
 * Days from which on the mix of actions is another than before, by the Jensen–Shannon divergence of the two mixes. Near
 * the ends, where no whole week is on one side, what there is of it is compared with every stretch of as many days in
 * the fortnight on the other side. The least divergence counts, as what comes round again is no shift, and it has to be
 * as much larger as the days are fewer.
 *
 * A rhythm of a week is told from a shift only where the other side has a stretch for each day of the week to begin on.
 * In fewer than 13 days the middle ones have no such side and are not marked; in fewer than 8, none is.
 *
 * @param frames of every day from 0 on
 */
export function policyShifts({ actions }: Pick<Program, 'actions'>, frames: readonly ReplayFrame[]): Mark[] {
  // Days after everybody left tell nothing of the days before.
  const peopled = frames.slice(0, frames.findLastIndex(({ active }) => active > 0) + 1);
  const strengths = peopled.map(({ active }, day) => {
    const chance = (actions.length - 1) / (4 * Math.LN2 * active);
    const days = comparedDays(day - 1, peopled.length - day);
    if (days < 1) return Number.NaN;
    const divergence = divergenceAt(peopled, day, days);
    const least = Math.max(LEAST * (SPAN / days), BEYOND_CHANCE * chance);
    return divergence >= least ? divergence : Number.NaN;
  });
  return peaks(strengths, LEAST, SPAN).flatMap((day) => {
    const before = mixOf(peopled, Math.max(day - SPAN, 1), day);
    const after = mixOf(peopled, day, Math.min(day + SPAN, peopled.length));
    if (!before || !after) return [];
    return [{ day, kind: 'policy', strength: strengths[day], about: aboutOf(actions, before, after) }];
  });
}

/** Days on each side that are compared, by how many there are: fewer than 1 where a rhythm could pass for a shift. */
function comparedDays(before: number, after: number): number {
  const [fewer, more] = [Math.min(before, after), Math.max(before, after)];
  return fewer < SPAN ? Math.min(fewer, more - SPAN + 1) : SPAN;
}

/**
 * Bits between the mixes before and from `day` on; not finite where one is missing.
 *
 * @param days that are compared on each side
 */
function divergenceAt(frames: readonly ReplayFrame[], day: number, days: number): number {
  const [before, after] = [day - 1, frames.length - day];
  const isEarly = before < after;
  const [from, other] = isEarly ? [day - days, day] : [day, day - days];
  // Whole weeks need no search.
  const stretches = days === SPAN ? 1 : Math.min(SEARCHED, Math.max(before, after)) - days + 1;
  const mix = mixOf(frames, from, from + days);
  const others = Array.from({ length: stretches }, (_, k) => other + (isEarly ? k : -k));
  return Math.min(...others.map((start) => jensenShannon(mix, mixOf(frames, start, start + days))));
}

/** Names what is done besides the first action, which is mostly to do nothing. */
function aboutOf(
  actions: readonly { readonly name: string }[],
  before: readonly number[],
  after: readonly number[],
): string {
  const changes = actions.map((_, k) => (k > 0 ? Math.abs(after[k] - before[k]) : -1));
  const most = changes.indexOf(Math.max(...changes));
  return `${actions[most].name} ${percent(before[most])} → ${percent(after[most])}`;
}

/** Part of each action on the days up to `to`, which is not one of them, each with the weight of its users. */
function mixOf(frames: readonly ReplayFrame[], from: number, to: number): number[] | undefined {
  const days = frames.slice(Math.max(from, 0), to);
  const total = days.reduce((sum, { active }) => sum + active, 0);
  if (from < 1 || to > frames.length || total === 0) return undefined;
  return days[0].actions.map((_, k) => days.reduce((sum, { actions }) => sum + actions[k], 0) / total);
}

/** Bits; NaN where a mix is missing. */
function jensenShannon(p: readonly number[] | undefined, q: readonly number[] | undefined): number {
  if (!p || !q) return Number.NaN;
  const middle = p.map((part, k) => (part + q[k]) / 2);
  const from = (mix: readonly number[]) =>
    mix.reduce((sum, part, k) => (part > 0 ? sum + part * Math.log2(part / middle[k]) : sum), 0);
  return (from(p) + from(q)) / 2;
}

function percent(part: number): string {
  return `${Math.round(100 * part)} %`;
}
