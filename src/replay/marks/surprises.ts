import type { Observation } from '../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import type { Work } from '../patiently.ts';
import { actionsOn, type Recording, recordedDays } from '../recording.ts';
import type { Mark } from './mark.ts';
import { peaks } from './peaks.ts';

/** What an agent expects returns to be. */
export interface Estimator {
  /** users × actions, row-major, or users × 1 where only what is seen is valued; in units of rewards */
  readonly values: (observation: Observation) => Float64Array;
  /** of its learning, 0 to 1 */
  readonly discount: number;
}

/** Users who are asked about: the first ones, who are drawn like all others. */
const SAMPLE = 300;
/** So many times the usual error make a day remarkable. */
const TIMES = 2;
/** Marks that are worth looking at: the strongest. */
const MOST = 6;
/** Days to either side without another mark. */
const REACH = 7;

/**
 * Days that came otherwise than the agent expected: the mean size of the temporal-difference error
 * r + γ·V(s′) − Q(s, a) over some users, where it is far above that of most days. Leaving for good has no value; the
 * horizon cuts off what was expected, which still counts.
 *
 * Source: Sutton and Barto (2018), equation 6.5.
 *
 * @returns nothing where one decision is taken for a whole product: there are few, and a part of one cannot be lived
 */
export function* surprises(recording: Recording, estimator: Estimator): Work<Mark[]> {
  const { program } = recording;
  if (program.decision) return [];
  const errors = yield* errorsByDay(recording, estimator);
  const usual = median(errors.filter(Number.isFinite));
  const days = peaks(
    errors.map((error) => error / usual),
    TIMES,
    REACH,
  );
  const strongest = days.toSorted((a, b) => errors[b] - errors[a]).slice(0, MOST);
  return strongest.map((day) => ({
    day,
    kind: 'surprise',
    strength: errors[day] / usual,
    about: `values were off by ${errors[day].toPrecision(2)} a user, usually ${usual.toPrecision(2)} (TD error, estimates)`,
  }));
}

/** Mean size of the error on each day from 0 on; NaN on day 0 and where nobody is there. */
function* errorsByDay(recording: Recording, { values, discount }: Estimator): Work<number[]> {
  const users = Math.min(SAMPLE, recording.users);
  const environment = new PopulationEnvironment(recording.program, { users, alone: true });
  let step = environment.reset(recording.seed);
  let before = values(step.observation);
  const errors = [Number.NaN];
  const days = recordedDays(recording);
  for (let day = 1; day <= days; day++) {
    const actions = actionsOn(recording, day).slice(0, users);
    const { active } = step.observation;
    const next = environment.step(actions);
    const after = values(next.observation);
    let [sum, count] = [0, 0];
    for (let i = 0; i < users; i++) {
      if (active[i] === 0) continue;
      const future = next.discounts[i] * discount * bestOf(after, i, users, next.observation.available);
      sum += Math.abs(next.rewards[i] + future - expectedOf(before, i, users, actions[i]));
      count++;
    }
    errors.push(count > 0 ? sum / count : Number.NaN);
    [step, before] = [next, after];
    yield day / days;
  }
  return errors;
}

function expectedOf(values: Float64Array, user: number, users: number, action: number): number {
  const width = values.length / users;
  return values[user * width + (width === 1 ? 0 : action)];
}

function bestOf(
  values: Float64Array,
  user: number,
  users: number,
  available: Uint8Array | undefined,
): number {
  const width = values.length / users;
  let best = -Infinity;
  for (let k = user * width; k < (user + 1) * width; k++)
    if (width === 1 || available?.[k] !== 0) best = Math.max(best, values[k]);
  return Number.isFinite(best) ? best : 0;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
