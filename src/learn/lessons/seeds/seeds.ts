import type { NumberControl } from '../../control.ts';
import { judgeNumber } from '../../judge.ts';
import type { Lesson, Outcome, Work } from '../../lesson.ts';
import { EPISODES, RULE, SEEDS, solved, trainedWorth, USERS, WORLD } from './seedRuns.ts';
import { findSpread } from './spread.ts';
import { moral, picture, practice } from './told.ts';

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

/** Lesson 8: one seed is an anecdote. */
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
