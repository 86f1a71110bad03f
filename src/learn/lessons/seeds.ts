import { seedList } from '../../experiment/seedList.ts';
import { meanInterval } from '../../statistics/interval.ts';
import { mean } from '../../statistics/mean.ts';
import { type Block, text } from '../block.ts';
import type { NumberControl } from '../control.ts';
import { judgeNumber } from '../judge.ts';
import type { Lesson, Outcome, Work, Workbench } from '../lesson.ts';
import { fixed, signed, withInterval } from '../words.ts';
import { within } from '../work.ts';
import {
  EPISODES,
  RULE,
  SEEDS,
  type Solved,
  solved,
  trainedWorth,
  trainSeeds,
  USERS,
  WORLD,
} from './seedRuns.ts';

const SPREAD: NumberControl = {
  kind: 'number',
  name: 'spread',
  ask: 'best seed minus worst, in per cent of the rule',
  range: [0, 30],
  step: 1,
};
const WINNERS: NumberControl = {
  kind: 'number',
  name: 'winners',
  ask: `of ${SEEDS} trainings, how many beat the rule`,
  range: [0, SEEDS],
  step: 1,
};

export const seeds: Lesson = {
  number: 8,
  name: 'seeds',
  title: 'One seed is an anecdote',
  about: 'five trainings that differ by luck alone, and what one of them would have told',
  opening: [
    `A small shop, solved exactly. Q-learning learns from ${EPISODES} times 120 days of simulated customers what to send; the rule to beat gives a coupon to whoever has not come for five days. The seed decides nothing but luck: who comes, what they do, what the agent tries.`,
    'Train it a few times. Each policy is evaluated exactly, without any luck.',
  ],
  controls: [
    { kind: 'number', name: 'seed', ask: 'practice seed', range: [1, 9], step: 1, initial: 1 },
    {
      kind: 'choice',
      name: 'users',
      ask: 'customers it learns from, each time',
      choices: ['20', '50', '200'].map((value) => ({ value, label: value })),
      initial: '200',
    },
  ],
  *sandbox(bench, settings) {
    const world = solved(bench);
    const users = Number(settings['users']);
    const value = yield* trainedWorth(world, users, `${bench.seed}/practice/${settings['seed']}`);
    return practice(world, String(settings['seed']), value);
  },
  wager: [
    `Now five other seeds, with ${USERS} customers each time. Everything else is the same. Somebody who ran one of them would have published that one.`,
  ],
  questions: [SPREAD, WINNERS],
  *reveal(bench, _, predictions): Work<Outcome> {
    const found = yield* findSpread(bench);
    return {
      see: picture(found),
      judgements: [
        judgeNumber(SPREAD, predictions['spread'], found.spread, 1),
        judgeNumber(WINNERS, predictions['winners'], found.winners, 0),
      ],
      explain: moral(found),
      command: `tenure compare ${WORLD} --observe full --policies q-learning,${RULE} --train-users ${USERS} --episodes ${EPISODES} --seeds ${SEEDS} --seed ${bench.seed}`,
      figures: { ...found },
    };
  },
  hints: {
    do: 'Try seeds 1 to 5 with 200 customers and note the best and the worst. Then the same with 20.',
    predict: 'You have seen some seeds in the sandbox: the five will be of that kind, but other ones.',
    see: 'The interval is about the mean of such trainings. A single seed has none.',
    explain:
      'tenure solve coupon-habit --observe full --policy q-learning --seed 2 gives one seed exactly; see --train-users.',
  },
};

/** What the five seeds came to. */
export interface Spread {
  readonly names: readonly string[];
  /** what a customer is worth under each */
  readonly values: readonly number[];
  readonly rule: number;
  readonly optimum: number;
  /** best minus worst, in per cent of the rule */
  readonly spread: number;
  /** how many beat the rule */
  readonly winners: number;
}

/** Trains the five. */
export function* findSpread(bench: Workbench): Work<Spread> {
  const world = solved(bench);
  const names = seedList(bench.seed, SEEDS);
  const values = yield* within(trainSeeds(world, names), 0.05, 1);
  const { rule, exact } = world;
  return {
    names,
    values,
    rule,
    optimum: exact.solution.optimum,
    spread: (100 * (Math.max(...values) - Math.min(...values))) / rule,
    winners: values.filter((value) => value > rule).length,
  };
}

function practice({ rule, exact }: Solved, seed: string, value: number): Block[] {
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

function picture({ names, values, rule, optimum }: Spread): Block[] {
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
