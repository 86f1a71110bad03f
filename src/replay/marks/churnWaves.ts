import type { ReplayFrame } from '../replayFrame.ts';
import type { Mark } from './mark.ts';
import { peaks } from './peaks.ts';
import { type Wave, wavesOf } from './wavesOf.ts';

/** A wave is one day or a week long. */
const SPANS = [1, 7] as const;
/** Robust z-score of a wave: chance alone makes a mark in about one of forty recordings of 180 days. */
const LEAST = 3.5;
/** Days to either side without another wave. */
const REACH = 7;

/** A wave and the one of its days that is marked. */
interface Marked extends Wave {
  readonly day: number;
}

/**
 * Days and weeks on which far more users left than around them. A week is marked on the day of it on which most left,
 * so that somebody left on every marked day. A day that tells as much as the weeks that hold it is marked by itself, and
 * of weeks that share days the strongest is marked.
 *
 * @param frames of every day from 0 on
 */
export function churnWaves(frames: readonly ReplayFrame[]): Mark[] {
  const waves = SPANS.flatMap((span) => wavesOf(frames, span));
  const marked = waves.map((wave) => ({ ...wave, day: busiestOf(wave, frames) })).sort(byRank);
  const byDay = frames.map((_, day) => marked.find((wave) => wave.day === day));
  const days = peaks(
    byDay.map((wave) => wave?.strength ?? Number.NaN),
    LEAST,
    REACH,
  );
  const found = marked.filter((wave) => days.includes(wave.day) && byDay[wave.day] === wave);
  return apart(found).map((wave) => {
    const { day, strength } = wave;
    return { day, kind: 'churn', strength, about: aboutOf(wave, frames[day].left) };
  });
}

/** The day on which most left; of equal ones the nearest to the middle. */
function busiestOf({ from, days }: Wave, frames: readonly ReplayFrame[]): number {
  const own = frames.slice(from, from + days).map(({ day }) => day);
  const middle = from + (days - 1) / 2;
  const [busiest] = own.sort(
    (a, b) => frames[b].left - frames[a].left || Math.abs(a - middle) - Math.abs(b - middle),
  );
  return busiest;
}

/** The strongest first, of equal ones the shortest, then the one whose middle is nearest to the marked day. */
function byRank(one: Marked, other: Marked): number {
  return other.strength - one.strength || one.days - other.days || offOf(one) - offOf(other);
}

function offOf({ from, days, day }: Marked): number {
  return Math.abs(from + (days - 1) / 2 - day);
}

/** Of waves by rank those that share no day with one before them, in the order of their days. */
function apart(waves: readonly Marked[]): Marked[] {
  const kept: Marked[] = [];
  for (const wave of waves) if (!kept.some((other) => overlap(wave, other))) kept.push(wave);
  return kept.sort((one, other) => one.day - other.day);
}

function overlap(one: Wave, other: Wave): boolean {
  return one.from < other.from + other.days && other.from < one.from + one.days;
}

function aboutOf({ from, days, day, left, usual }: Marked, leftThen: number): string {
  const when = days > 1 ? ` on days ${from} to ${from + days - 1} (${leftThen} on day ${day})` : '';
  return `${left} left${when}, usually ${Math.round(usual)}`;
}
