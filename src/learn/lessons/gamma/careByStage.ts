import { actionValue } from '../../../../environments/exact/solve/actionValues.ts';
import { PopulationEnvironment } from '../../../../environments/population/populationEnvironment.ts';
import type { Program } from '../../../../environments/scenario/program.ts';
import { type ExactResult, solveExactly, worthOf } from '../../../experiment/exactResult.ts';
import { perCent } from '../../words.ts';

/** The stages care can be given in, in the order in which they are told. */
export const STAGES = ['new', 'active', 'atRisk', 'dormant'] as const;
/** One of them. */
export type Stage = (typeof STAGES)[number];

/** What a stage is worth, looking ahead as far as a discount does. */
export interface StageWorth {
  readonly stage: Stage;
  /** of somebody in it, if the best is done ever after; weekly fees */
  readonly value: number;
  /** what a week of care adds to it, its cost taken off */
  readonly gain: number;
}

/** One discount, solved exactly. */
export interface Ahead {
  readonly discount: number;
  readonly stages: readonly StageWorth[];
  /** rules of the file; what somebody new is worth under each */
  readonly rules: Readonly<Record<string, number>>;
}

/** Where somebody in a stage goes in one week, in per cent, without care and with it where that differs; staying left out. */
export function chancesOf(program: Program, stage: Stage): string {
  const [without, cared] = [0, 1].map((action) => new Map(movesOf(program, stage, action)));
  const targets = [...new Set([...without.keys(), ...cared.keys()])];
  return targets
    .map((to) => {
      const [before, after] = [without, cared].map((moves) => perCent(moves.get(to) ?? 0, 0));
      return `${before === after ? before : `${before} → ${after}`} ${to}`;
    })
    .join(', ');
}

function movesOf(program: Program, stage: Stage, action: number): [string, number][] {
  const { process, states } = solveExactly(program, {
    kind: 'discounted',
    discount: 0.5,
    days: program.horizon,
  });
  const at = states.findIndex(({ state }) => state['stage'] === stage);
  const row = process.rowOf[at * process.actions + action];
  const moves: [string, number][] = [];
  let gone = 1;
  for (let k = process.offsets[row]; k < process.offsets[row + 1]; k++) {
    gone -= process.probabilities[k];
    const to = process.targets[k];
    if (to !== at) moves.push([String(states[to].state['stage']), process.probabilities[k]]);
  }
  if (gone > 1e-9) moves.push(['gone', gone]);
  return moves;
}

/** Solves the world for one discount. */
export function lookAhead(program: Program, discount: number): Ahead {
  const result = solveExactly(program, { kind: 'discounted', discount, days: program.horizon });
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  return {
    discount,
    stages: STAGES.map((stage) => worthAt(result, stage, discount)),
    rules: Object.fromEntries(
      spec.rules.map((rule) => [rule.name, worthOf(result, rule.name, rule.create(0)).value]),
    ),
  };
}

function worthAt({ process, solution, states }: ExactResult, stage: Stage, discount: number): StageWorth {
  const at = states.findIndex(({ state }) => state['stage'] === stage);
  const [none, care] = [0, 1].map((action) => actionValue(process, solution.values, discount, at, action));
  return { stage, value: solution.values[at], gain: care - none };
}
