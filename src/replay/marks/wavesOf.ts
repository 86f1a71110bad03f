import type { ReplayFrame } from '../replayFrame.ts';

/** Most days next to a wave that are compared with it near an end. */
const BESIDE = 7;
/** Days on either side of it that tell what is usual. */
const NEIGHBORHOOD = 28;
/** With fewer of them on one side it is near an end, where it may be but a part of a slow rise or fall. */
const FEWEST = 5;
/** A wave has at least this many times as many leaving as usual, as among many users every change is beyond chance. */
const TIMES = 1.5;
/** The same near an end, where half of a wave is all that is seen: what falls or rises slowly by itself is none. */
const TIMES_NEAR_END = 2;

/** How many left on some days in a row, and how far from usual that is. */
export interface Wave {
  /** the first of its days */
  readonly from: number;
  readonly days: number;
  readonly left: number;
  /** how many would have left on as many usual days */
  readonly usual: number;
  /** a robust z-score */
  readonly strength: number;
}

/** Who was there, on each morning of some days in a row in sum, and left on them. */
type Counted = Pick<ReplayFrame, 'left' | 'active'>;

/**
 * Every stretch of `span` days on which more left than usual: a robust z-score of how many left against how many would
 * have at the median part of the neighborhood, on the scale of square roots, on which counts vary alike. Near the first
 * and the last day the other side tells alone, and the days next to a wave are usual if more left on them than at that
 * median.
 *
 * @param frames of every day from 0 on
 * @param span days, an odd number
 * @returns in the order of their days; nothing where too few days tell what is usual
 */
export function wavesOf(frames: readonly ReplayFrame[], span: number): Wave[] {
  const half = (span - 1) / 2;
  const counted = frames.map((_, day) =>
    day > half && day + half < frames.length ? sumOf(frames.slice(day - half, day + half + 1)) : undefined,
  );
  return counted.flatMap((here, day) => {
    const before = counted.slice(Math.max(day - span - NEIGHBORHOOD + 1, 0), Math.max(day - span + 1, 0));
    const after = counted.slice(day + span, day + span + NEIGHBORHOOD);
    const [earlier, later] = [before, after].map((list) => list.filter((one) => one !== undefined));
    if (!here || earlier.length + later.length < 2 * FEWEST) return [];
    const isNearEnd = earlier.length < FEWEST || later.length < FEWEST;
    const beside = isNearEnd ? besideOf(frames, day, half) : [];
    const compared = compare(here, { near: [...earlier, ...later], beside });
    return compared ? [{ from: day - half, days: span, left: here.left, ...compared }] : [];
  });
}

/** The days next to some days around `day`, as many as there are of a week: in sum, of each side. */
function besideOf(frames: readonly ReplayFrame[], day: number, half: number): Counted[] {
  const before = frames.slice(Math.max(day - half - BESIDE, 1), day - half);
  const after = frames.slice(day + half + 1, day + half + 1 + BESIDE);
  return [before, after].filter((days) => days.length > 0).map(sumOf);
}

/** What a wave is compared with. */
interface Around {
  /** as long as the wave each */
  readonly near: readonly Counted[];
  /** what is next to it, where that has to stay far below it too */
  readonly beside: readonly Counted[];
}

/** Undefined where no more than usual left. */
function compare(here: Counted, { near, beside }: Around): Pick<Wave, 'usual' | 'strength'> | undefined {
  const part = median(near.map(partOf));
  const usual = Math.max(part, ...beside.map(partOf)) * here.active;
  if (here.left < (beside.length > 0 ? TIMES_NEAR_END : TIMES) * usual) return undefined;
  // Other waves are on the busy side: the quiet one tells how far days are apart by themselves.
  const below = near.map(({ left, active }) => root(part * active) - root(left)).filter((by) => by >= 0);
  const spread = Math.max(TO_SD * median(below), 1);
  return { usual, strength: (root(here.left) - root(usual)) / spread };
}

function partOf({ left, active }: Counted): number {
  return left / Math.max(active, 1);
}

function sumOf(frames: readonly Counted[]): Counted {
  return frames.reduce((sum, { left, active }) => ({ left: sum.left + left, active: sum.active + active }), {
    left: 0,
    active: 0,
  });
}

/** Anscombe's transform: of a Poisson count, it has a standard deviation of about 1. */
function root(count: number): number {
  return 2 * Math.sqrt(count + 3 / 8);
}

/** From a median distance to the standard deviation of a normal distribution. */
const TO_SD = 1.4826;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
