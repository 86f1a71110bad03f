import { meanInterval } from '../../../statistics/interval.ts';
import { mean } from '../../../statistics/mean.ts';
import { type Block, text } from '../../block.ts';
import { fixed, signed, withInterval } from '../../words.ts';
import { SEEDS, type Solved } from './seedRuns.ts';
import type { Spread } from './spread.ts';

/** One training beside the rule and the optimum. */
export function practice({ rule, exact }: Solved, seed: string, value: number): Block[] {
  const full = exact.solution.optimum;
  const bar = (label: string, worth: number) => ({
    label,
    value: worth,
    text: `${fixed(worth, 3)}, ${signed((100 * worth) / rule - 100, 1)} % against the rule`,
  });
  return [
    {
      kind: 'bars',
      title: 'worth of a customer',
      full,
      rows: [bar(`practice seed ${seed}`, value), bar('the rule', rule), bar('the optimum', full)],
    },
  ];
}

/** All trainings, and their mean with its interval. */
export function picture({ names, values, rule, optimum }: Spread): Block[] {
  const overRule = meanInterval(values.map((value) => value - rule));
  return [
    {
      kind: 'bars',
      title: 'worth of a customer: five trainings that differ by the seed alone',
      full: optimum,
      rows: [
        ...names.map((name, k) => ({
          label: `seed ${name}`,
          value: values[k],
          text: against(values[k], rule),
        })),
        { label: 'the rule', value: rule, text: fixed(rule, 3) },
      ],
    },
    {
      kind: 'intervals',
      title: 'against the rule',
      rows: [
        ...names.map((name, k) => {
          const off = values[k] - rule;
          return { label: `seed ${name}`, mean: off, low: off, high: off, text: fixed(off, 3) };
        }),
        { label: 'all five', ...overRule, text: withInterval(overRule, 3) },
      ],
    },
    text('All five: mean with its 95 % t interval over the seeds.'),
  ];
}

function against(value: number, rule: number): string {
  return `${fixed(value, 3)}${value > rule ? ', beats the rule' : ''}`;
}

/** What the numbers say. */
export function moral({ names, values, rule, spread, winners }: Spread): string[] {
  const overRule = meanInterval(values.map((value) => value - rule));
  const best = values.indexOf(Math.max(...values));
  const worst = values.indexOf(Math.min(...values));
  const part = (k: number) => signed((100 * values[k]) / rule - 100, 1);
  return [
    `Nothing but luck differs, and the worth goes from ${fixed(values[worst], 3)} to ${fixed(values[best], 3)}: ${fixed(spread, 1)} % of the rule. ${winners > 0 && winners < SEEDS ? `${winners} of ${SEEDS} beat the rule. Who ran seed ${names[best]} alone would report ${part(best)} %, who ran seed ${names[worst]} alone ${part(worst)} %: both would be right about their run, and neither about the algorithm.` : `${winners === 0 ? 'None' : 'All'} of them ${winners === 0 ? 'beats' : 'beat'} the rule, so here any one seed would have told the right sign.`}`,
    `On average such a training is worth ${fixed(mean(values), 3)}, against the rule ${withInterval(overRule, 3)}. ${overRule.low > 0 ? 'It beats the rule.' : overRule.high < 0 ? 'It loses to the rule.' : 'The interval holds 0: five seeds cannot tell. The honest answer is more seeds, or longer training, not the best seed.'}`,
    `Here every policy was evaluated exactly, so all of this is the luck of training. In practice the luck of the people you test on comes on top; lesson 9 takes that off.`,
  ];
}
