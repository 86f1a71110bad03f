import type { Criterion } from '../../environments/exact/solve/criterion.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { type Invocation, type OptionSpec, UsageError } from './command.ts';

/** Options that say what is maximised. */
export const CRITERION_OPTIONS = {
  criterion: {
    kind: 'text',
    choices: ['horizon', 'discounted', 'total', 'average'],
    about:
      'what is maximised: rewards up to the horizon; of a whole life, discounted or not; or per day in the long run',
    fallback: "the scenario's objective, else horizon",
  },
  discount: {
    kind: 'number',
    range: [1e-9, 1],
    about: 'γ, what a reward is worth one day later',
    fallback: "the scenario's, else 1",
  },
  horizon: { kind: 'integer', range: [1, 100_000], about: 'days', fallback: "the scenario's" },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/**
 * What is maximised: the scenario's objective, changed by the options. A discount alone asks for the discounted
 * criterion, a horizon alone for the horizon.
 */
export function criterionOf({ objective, horizon }: Program, invocation: Invocation): Criterion {
  const [discount, days] = [invocation.maybe('discount'), invocation.maybe('horizon')];
  const implied =
    days !== undefined ? 'horizon' : discount !== undefined && discount < 1 ? 'discounted' : undefined;
  const kind =
    (invocation.optional('criterion') as Criterion['kind'] | undefined) ?? implied ?? objective.criterion;
  const own = kind === 'average' || kind === 'total' ? 1 : objective.discount;
  if (days !== undefined && kind !== 'horizon')
    throw new UsageError(`--horizon goes with the criterion horizon, not with ${kind}`);
  const criterion = { kind, discount: discount ?? own, days: days ?? horizon };
  refuseContradictions(criterion);
  return criterion;
}

function refuseContradictions({ kind, discount }: Criterion): void {
  if (kind === 'discounted' && discount === 1)
    throw new UsageError('--criterion discounted needs a --discount below 1; without one it is total');
  if ((kind === 'average' || kind === 'total') && discount < 1)
    throw new UsageError(`--criterion ${kind} goes without a discount, got ${discount}`);
}

/** The criterion in words. */
export function criterionInWords({ kind, discount, days }: Criterion): string {
  const gamma = discount < 1 ? `, γ = ${Number(discount.toPrecision(6))}` : '';
  if (kind === 'horizon') return `rewards of ${days} ${days === 1 ? 'day' : 'days'}${gamma}`;
  if (kind === 'discounted') return `rewards of a whole life${gamma}`;
  return kind === 'total' ? 'rewards of a whole life' : 'reward per day in the long run';
}
