import { UNBORN } from '../../environments/population/people.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { usersOf } from '../../environments/population/usersOf.ts';
import { type ExplainedFormula, explainDay } from '../../environments/scenario/explain.ts';
import type { Program } from '../../environments/scenario/program.ts';

/** A formula that came to no number, as a read outside of a table or vector does. */
export interface Unsound {
  /** section and name, as `day.visit` */
  readonly place: string;
  readonly text: string;
  readonly day: number;
  readonly user: number;
  /** the action that was given to everyone */
  readonly action: string;
  /** the name in it that was none; undefined: the formula itself */
  readonly input: string | undefined;
}

const USERS = 8;
const DAYS = 4;

/**
 * Lives a few users' first days under each action, formula by formula, and reports those that come to no number.
 * A draw or a comparison with such a value is quietly false, so that a simulation runs on.
 *
 * @returns each formula once
 */
export function unsound(program: Program): Unsound[] {
  const found = new Map<string, Unsound>();
  for (const index of program.actions.keys())
    for (const one of underAction(program, index)) if (!found.has(one.place)) found.set(one.place, one);
  return [...found.values()];
}

function* underAction(program: Program, action: number): Generator<Unsound> {
  const days = Math.min(DAYS, program.horizon);
  for (let user = 0; user < USERS; user++) {
    const environment = new PopulationEnvironment(program, { users: 1, firstUser: user, alone: true });
    environment.reset('check');
    for (let day = 1; day <= days && isThere(environment); day++) {
      for (const { place, formula } of formulasOf(program, environment, day, action)) {
        const input = formula.inputs.find(({ value }) => Number.isNaN(value))?.name;
        const isNone =
          Number.isNaN(formula.value) || formula.draws.some((draw) => draw.arguments.some(Number.isNaN));
        if (isNone)
          yield { place, text: formula.text, day, user, action: program.actions[action].name, input };
      }
      environment.step(Uint8Array.of(action));
    }
  }
}

function isThere({ stages, program }: PopulationEnvironment): boolean {
  return stages[0] !== UNBORN && !program.stages[stages[0]].absorbing;
}

/** All formulas of one user's day, with their values. */
function formulasOf(
  program: Program,
  environment: PopulationEnvironment,
  day: number,
  action: number,
): { readonly place: string; readonly formula: ExplainedFormula }[] {
  const { seedKey, births, segments, stages } = environment;
  const names = [...program.traits, ...program.state].map(({ name }) => name);
  const values = Object.fromEntries(names.map((name) => [name, environment.column(name)[0]]));
  const explained = explainDay(usersOf(program), {
    ...{ seedKey, birth: births[0], segment: segments[0], stage: stages[0] },
    ...{ day, tenure: day, action, values },
  });
  const of = (section: string, list: readonly ExplainedFormula[]) =>
    list.map((formula) => ({ place: `${section}.${formula.name}`, formula }));
  return [
    ...of('day', explained.day),
    ...of(`lifecycle.${program.stages[stages[0]].name}`, explained.transitions),
    ...of('reward', explained.reward),
    ...of('metrics', explained.metrics),
    ...of('observe', explained.observe),
  ];
}
