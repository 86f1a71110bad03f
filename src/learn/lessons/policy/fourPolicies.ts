import { always } from '../../../../agents/rules/always.ts';
import { random } from '../../../../agents/rules/random.ts';
import type { Policy } from '../../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../../../environments/random/streams.ts';
import { seeds } from '../../../experiment/configuration.ts';
import { evaluate } from '../../../experiment/evaluate.ts';
import { type Interval, pairedInterval } from '../../../statistics/interval.ts';
import { mean } from '../../../statistics/mean.ts';
import type { Values } from '../../control.ts';
import type { Work, Workbench } from '../../lesson.ts';
import { metricOf } from '../../metricOf.ts';
import { eachOf } from '../../work.ts';
import { weekPlan } from './weekPlan.ts';

/** Days that are lived. */
export const DAYS = 30;

/** People whom the student treats. */
export const FEW = 20;

/** People who tell more. */
export const MANY = 2_000;

/** One policy on the few, and on the many they are the first of. */
export interface Played {
  readonly name: string;
  /** of the few */
  readonly kept: number;
  /** of the many, from 0 to 1 */
  readonly keptPart: number;
  /** contacts per user, of the many */
  readonly contacts: number;
  /** the student's plan minus this one, in retention of the many */
  readonly behind: Interval;
}

/** Plays the four policies on the same people; the student's comes first. */
export function* playAll(bench: Workbench, settings: Values): Work<Played[]> {
  const program = bench.world('coupon-trap');
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  const makers: Readonly<Record<string, () => Policy>> = {
    you: () => weekPlan(program, settings),
    none: () => always(0),
    random: () => random(spec.actions.length, streamKey(bench.seed, 'policy')),
    marketer: () => spec.rules.find(({ name }) => name === 'marketer')!.create(0),
  };
  const plan = { users: MANY, seed: seeds.heldOut(bench.seed), days: DAYS };
  const lives = yield* eachOf(Object.entries(makers), ([name, make]) => {
    const evaluation = evaluate(program, make(), plan);
    return {
      name,
      kept: metricOf(evaluation, 'retention.end'),
      contacts: metricOf(evaluation, 'contacts'),
    };
  });
  return lives.map(({ name, kept, contacts }) => ({
    name,
    kept: kept.slice(0, FEW).reduce((sum, stays) => sum + stays, 0),
    keptPart: mean(kept),
    contacts: mean(contacts),
    behind: pairedInterval([lives[0].kept], [kept]),
  }));
}
