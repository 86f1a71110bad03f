import type { Interval } from '../statistics/interval.ts';
import type { Pair } from './pair.ts';
import type { PairedUnit } from './pairedUnit.ts';
import { byMeasure, type OfBoth, type PairDifference, type SegmentDifference } from './pairTally.ts';

/** The same pair with A and B changed round: nothing is lived again, and what was lived is shared. */
export function swappedPair(pair: Pair): Pair {
  return {
    a: pair.b,
    b: pair.a,
    names: swapped(pair.names),
    program: pair.program,
    units: pair.units,
    counted: pair.counted,
    days: pair.days,
    people: pair.people,
    get livedDays() {
      return pair.livedDays;
    },
    get peaks() {
      return pair.peaks;
    },
    liveUntil: (day) => pair.liveUntil(day),
    liveABit: () => pair.liveABit(),
    parted: (day) => pair.parted(day),
    partedBy: (day) => pair.partedBy(day),
    partingOf: (unit) => pair.partingOf(unit),
    nextParting: (day, direction) => pair.nextParting(day, direction),
    stages: (day) => swapped(pair.stages(day)),
    difference: (day) => turnedDifference(pair.difference(day)),
    segments: (day) => pair.segments(day).map(turnedSegment),
    mostGained: (day, most) => pair.mostLost(day, most).map(turnedUnit),
    mostLost: (day, most) => pair.mostGained(day, most).map(turnedUnit),
  };
}

function swapped<T>({ a, b }: OfBoth<T>): OfBoth<T> {
  return { a: b, b: a };
}

/** Taken from 0, as there is no −0 among differences. */
function turned({ mean, low, high }: Interval): Interval {
  return { mean: 0 - mean, low: 0 - high, high: 0 - low };
}

function turnedDifference(difference: PairDifference): PairDifference {
  const { kept, lost } = difference;
  const measures = byMeasure((measure) => {
    const { a, b, paired, unpaired } = difference[measure];
    return { a: b, b: a, paired: turned(paired), unpaired: turned(unpaired) };
  });
  return { ...measures, kept: lost, lost: kept };
}

function turnedSegment({ segment, users, here, return: sum }: SegmentDifference): SegmentDifference {
  return { segment, users, here: turned(here), return: turned(sum) };
}

function turnedUnit({ unit, difference, stages, parting }: PairedUnit): PairedUnit {
  return {
    unit,
    difference: 0 - difference,
    stages: stages && swapped(stages),
    parting: parting && { day: parting.day, a: parting.b, b: parting.a },
  };
}
