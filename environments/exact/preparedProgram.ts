import { fractionsOf } from '../scenario/domain.ts';
import type { Definition, Program } from '../scenario/program.ts';
import { stepsOf } from '../scenario/vectors.ts';
import { Evaluator, type Slots, slotsOf } from './evaluator.ts';
import type { Evaluate } from './moment.ts';

/** A formula with the slot that its value goes to. */
export interface Named {
  readonly slot: number;
  readonly evaluate: Evaluate;
  /** of a state variable whose declared values are not all whole */
  readonly members: readonly number[] | undefined;
}

/** A program whose formulas are ready to be evaluated many times. */
export interface PreparedProgram {
  readonly slots: Slots;
  /** traits, then the state at birth */
  readonly birth: readonly Named[];
  /** formulas of one step are computed before any of them is set */
  readonly day: readonly (readonly Named[])[];
  /** stages; the ways out of each, in order */
  readonly ways: readonly (readonly { readonly to: number; readonly probability: Evaluate }[])[];
  readonly reward: readonly Evaluate[];
  /** by the observed variable's name */
  readonly observe: ReadonlyMap<string, Evaluate>;
  /** actions; whom each may be given to */
  readonly when: readonly (Evaluate | undefined)[];
}

/** Prepares every formula of a finite program but metrics, rules and checks. */
export function prepareProgram(program: Program): PreparedProgram {
  const slots = slotsOf(program);
  const evaluator = new Evaluator(program, slots);
  const prepare = ({ formula }: Pick<Definition, 'formula'>) => evaluator.prepare(formula.expression);
  const fractions = new Map(program.state.map((state) => [state.name, fractionsOf(state)]));
  const named = (list: readonly Definition[]) =>
    list.map((definition) => ({
      slot: slots.get(definition.name) as number,
      evaluate: prepare(definition),
      members: fractions.get(definition.name),
    }));

  return {
    slots,
    birth: named([...program.traits, ...program.state]),
    day: stepsOf(program.day).map(named),
    ways: program.stages.map(({ transitions }) =>
      transitions.map((transition) => ({ to: transition.to, probability: prepare(transition) })),
    ),
    reward: program.reward.map(prepare),
    observe: new Map(program.observe.map((observed) => [observed.name, prepare(observed)])),
    when: program.actions.map(({ when }) => when && prepare({ formula: when })),
  };
}
