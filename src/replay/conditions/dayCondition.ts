import type { Expression } from '../../../environments/scenario/expression.ts';
import type { Aggregate, Program } from '../../../environments/scenario/program.ts';
import type { Replay } from '../replay.ts';
import { type DAY_WORDS, dayScope } from './conditionScope.ts';
import { RowsOn } from './rowsOn.ts';
import { holds, rowValues } from './rowValues.ts';
import { typedFormula } from './typedFormula.ts';

/** Further numbers of a day, by the names that conditions have for them. */
export type DayNumbers = Readonly<Record<string, (day: number) => number>>;

/** A question about a day of everyone. */
export interface DayCondition {
  /** as it was typed */
  readonly text: string;
  /** Whether it holds on `day`. Where it asks users, it looks their evening up, as `replay.evening` does. */
  on(replay: Replay, day: number): boolean;
}

/**
 * Reads a condition over a day, such as `churn>5%` or `share(stage:dormant)>0.3 and day>10`, in the language of the
 * scenario with the short forms of `userCondition`.
 *
 * Names are the scenario's parameters, `DAY_WORDS` and `extras`. `share(condition)`, `mean(x)` and `total(x)` are over
 * the users who were there in the morning, on day 0 over those there at birth; of none, they are 0.
 *
 * @throws ConditionError naming the word, the rule and the nearest valid name
 */
export function dayCondition(program: Program, text: string, extras: DayNumbers = {}): DayCondition {
  const figures = new Map<string, Aggregate>();
  const scope = dayScope(program, Object.keys(extras), (figure) => figures.set(figure.name, figure));
  const expression = typedFormula(text, scope);
  return {
    text,
    on(replay, day) {
      const reference = (asked: Reference) =>
        Float64Array.of(dayNumber(asked, { replay, day, extras, figures }));
      return holds(rowValues(expression, { rows: 1, reference, attribute: nothing })[0]);
    },
  };
}

type Reference = Extract<Expression, { kind: 'reference' }>;

interface Day {
  readonly replay: Replay;
  readonly day: number;
  readonly extras: DayNumbers;
  readonly figures: ReadonlyMap<string, Aggregate>;
}

function dayNumber({ source, name }: Reference, { replay, day, extras, figures }: Day): number {
  const { parameters } = replay.recording.program;
  const figure = figures.get(name);
  if (source === 'aggregate' && figure) return figureOn(replay, day, figure);
  if (source === 'parameter') return parameters.find((one) => one.name === name)?.value ?? Number.NaN;
  return extras[name]?.(day) ?? wordOn(replay, day, name as keyof typeof DAY_WORDS);
}

function wordOn(replay: Replay, day: number, word: keyof typeof DAY_WORDS): number {
  const frame = replay.frame(day);
  return word === 'churn' ? frame.left / Math.max(frame.active, 1) : frame[word];
}

function figureOn(replay: Replay, day: number, { over, formula }: Aggregate): number {
  const values = rowValues(formula.expression, new RowsOn(replay, day));
  const { stages } = replay.recording.program;
  const morning = replay.stagesOn(Math.max(day - 1, 0));
  let [count, sum] = [0, 0];
  for (let row = 0; row < morning.length; row++) {
    if (stages[morning[row]]?.absorbing !== false) continue;
    count++;
    sum += over === 'share' ? Number(holds(values[row])) : values[row];
  }
  return over === 'total' ? sum : sum / Math.max(count, 1);
}

function nothing(): never {
  throw new Error('a day as a whole has no action');
}
