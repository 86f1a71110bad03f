import type { Program } from '../../../environments/scenario/program.ts';
import type { Pair } from '../../replay/pair.ts';
import type { PairedUnit } from '../../replay/pairedUnit.ts';
import { type OfBoth, type PairDifference, type SegmentDifference, TOLD } from '../../replay/pairTally.ts';
import type { Units } from '../../replay/units.ts';
import { thousands } from '../formatNumber.ts';
import { printable } from '../printable.ts';

/** All that the screen shows of two policies on one evening: plain data, nothing left to simulate. */
export interface CompareView {
  readonly program: Program;
  /** what the policies are called */
  readonly names: OfBoth<string>;
  /** what is compared, in a few words */
  readonly about: string;
  /** how many are counted, and who they are; undefined: everyone */
  readonly among: string | undefined;
  /** the command that compares the two over several seeds; undefined: there is none */
  readonly withSeeds: string | undefined;
  /** what came of it for a user, a line each */
  readonly told: { readonly user: number | undefined; readonly lines: readonly string[] };
  readonly units: Units;
  /** units that are counted */
  readonly counted: number;
  /** days recorded in both */
  readonly days: number;
  /** days lived so far; all that is said of days later than that is left open */
  readonly livedDays: number;
  readonly day: number;
  /** units whose lives part on the day, and up to it */
  readonly parted: number;
  readonly partedBy: number;
  /** the days on which most part */
  readonly peaks: readonly number[];
  /** users in each stage */
  readonly stages: OfBoth<readonly number[]>;
  /** the part of the founding users still here on each day lived, in per cent */
  readonly here: readonly OfBoth<number>[];
  readonly difference: PairDifference;
  readonly segments: readonly SegmentDifference[];
  readonly gained: readonly PairedUnit[];
  readonly lost: readonly PairedUnit[];
}

/** What a pair does not know of itself. */
export interface CompareWords {
  /** what is compared, in a few words; undefined: the same people under two policies */
  readonly about?: string | undefined;
  /** how many are counted, and who they are: `63 of 2,000: stage:dormant`; undefined: everyone */
  readonly among?: string | undefined;
  /** the command that compares the two over several seeds; undefined: there is none, as for a fork */
  readonly withSeeds?: string | undefined;
  /** what came of it for `user`, a line each */
  readonly told?: readonly string[] | undefined;
  /** whose lives to begin with; undefined: everyone */
  readonly user?: number | undefined;
}

/** Asks a pair for everything about an evening that was lived. */
export function compareView(
  pair: Pair,
  day: number,
  { about, among, withSeeds, told = [], user }: CompareWords,
): CompareView {
  const { program, units, counted, days, livedDays, peaks, names } = pair;
  const here = Array.from({ length: livedDays + 1 }, (_, other) => pair.difference(other).here);
  return {
    program,
    names: { a: shortName(names.a, program), b: shortName(names.b, program) },
    about: printable(about ?? sameOnes(pair)),
    among: among === undefined ? undefined : printable(among),
    withSeeds,
    told: { user, lines: told },
    units,
    counted,
    days,
    livedDays,
    day,
    parted: pair.parted(day),
    partedBy: pair.partedBy(day),
    peaks,
    stages: pair.stages(day),
    here,
    difference: pair.difference(day),
    segments: pair.segments(day),
    gained: pair.mostGained(day, TOLD),
    lost: pair.mostLost(day, TOLD),
  };
}

/** A name without the scenario that both have in common. */
function shortName(name: string, program: Program): string {
  for (const common of [`${program.name} under `, `${program.name} `])
    if (name.startsWith(common)) return printable(name.slice(common.length));
  return printable(name);
}

function sameOnes({ units, a }: Pair): string {
  return `the same ${thousands(units.count)} ${units.kind}s and luck, seed ${a.recording.seed}`;
}
