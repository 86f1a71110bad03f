import type { Program } from '../../../environments/scenario/program.ts';
import type { ReplayFrame } from '../replayFrame.ts';
import type { Mark } from './mark.ts';
import { peaks } from './peaks.ts';

/** Days before and from the shift on that are compared: whole weeks, as many policies have a weekly rhythm. */
const SPAN = 7;
/** Jensen–Shannon divergence of a shift, bits of at most 1: about that of an action given to 10 % and then to 24 %. */
const LEAST = 0.02;
/** And it is this many times what chance alone makes among so few users. */
const BEYOND_CHANCE = 4;

/**
 * Days from which on the mix of actions is another than before, by the Jensen–Shannon divergence of the two mixes.
 *
 * @param frames of every day from 0 on
 */
export function policyShifts({ actions }: Pick<Program, 'actions'>, frames: readonly ReplayFrame[]): Mark[] {
  const mixes = frames.map((_, day) => mixOf(frames, day));
  const strengths = frames.map(({ active }, day) => {
    const [before, after] = [mixes[day - SPAN], mixes[day]];
    if (!before || !after) return Number.NaN;
    const chance = (actions.length - 1) / (4 * Math.LN2 * active);
    const divergence = jensenShannon(before, after);
    return divergence >= BEYOND_CHANCE * chance ? divergence : Number.NaN;
  });
  return peaks(strengths, LEAST, SPAN).flatMap((day) => {
    const [before, after] = [mixes[day - SPAN], mixes[day]];
    if (!before || !after) return [];
    return [{ day, kind: 'policy', strength: strengths[day], about: aboutOf(actions, before, after) }];
  });
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

/** Part of each action in the week from `day` on, each day with the weight of its users; undefined in no whole week. */
function mixOf(frames: readonly ReplayFrame[], day: number): number[] | undefined {
  const days = frames.slice(day, day + SPAN);
  const total = days.reduce((sum, { active }) => sum + active, 0);
  if (day < 1 || days.length < SPAN || total === 0) return undefined;
  return days[0].actions.map((_, k) => days.reduce((sum, { actions }) => sum + actions[k], 0) / total);
}

/** Bits. */
function jensenShannon(p: readonly number[], q: readonly number[]): number {
  const middle = p.map((part, k) => (part + q[k]) / 2);
  const from = (mix: readonly number[]) =>
    mix.reduce((sum, part, k) => (part > 0 ? sum + part * Math.log2(part / middle[k]) : sum), 0);
  return (from(p) + from(q)) / 2;
}

function percent(part: number): string {
  return `${Math.round(100 * part)} %`;
}
