import type { ChoiceControl, NumberControl, Values } from '../../control.ts';
import { judgeChoice, judgeNumber } from '../../judge.ts';
import type { Lesson, Outcome, Work, Workbench } from '../../lesson.ts';
import { allCurves, bestOf, meanError, REPETITIONS, WALKS, WORLD, walksNeeded } from './curves.ts';
import { moral, picture, valueTable } from './told.ts';
import { learnValues, type Method, trueValues } from './walks.ts';

const FASTER: ChoiceControl = {
  kind: 'choice',
  name: 'faster',
  ask: `who is nearer to the truth, on average over ${WALKS} walks`,
  choices: [
    { value: 'td', label: 'TD' },
    { value: 'mc', label: 'Monte Carlo' },
  ],
};

const NEEDED: NumberControl = {
  kind: 'number',
  name: 'needed',
  ask: `walks TD needs for the error Monte Carlo has after ${WALKS}`,
  range: [1, WALKS],
  step: 1,
};

const alphas = (values: readonly number[]) => values.map((a) => ({ value: String(a), label: String(a) }));

/** Lesson 5: Monte Carlo or TD. */
export const walk: Lesson = {
  number: 5,
  name: 'walk',
  title: 'Monte Carlo or TD',
  about: 'learning values from lives: wait for the end, or learn from the next estimate',
  opening: [
    'A customer wavers between leaving and renewing: five places in a row, a step left or right by chance each day. Out on the right they renew, which earns 1; out on the left they leave. What is each place worth?',
    'Monte Carlo waits for the end of a walk and moves every place it came through towards what was earned. TD moves each place at once towards the estimate of the next. Both move by the part alpha (α) of the way, and see the same walks.',
  ],
  controls: [
    { kind: 'number', name: 'walks', ask: 'practice walks', range: [1, WALKS], step: 1, initial: 5 },
    {
      kind: 'choice',
      name: 'td',
      ask: 'alpha of TD',
      choices: alphas([0.05, 0.1, 0.15, 0.5]),
      initial: '0.1',
    },
    {
      kind: 'choice',
      name: 'mc',
      ask: 'alpha of Monte Carlo',
      choices: alphas([0.01, 0.02, 0.03, 0.1]),
      initial: '0.02',
    },
  ],
  *sandbox(bench, settings) {
    const truth = trueValues(bench.world(WORLD));
    return [valueTable(truth, yield* practice(bench, settings))];
  },
  wager: [
    `Now both learn from the same ${WALKS} walks, and that ${REPETITIONS} times over with other luck, each with three values of α. The error is the root mean square over the five places; the best α of each counts.`,
  ],
  questions: [FASTER, NEEDED],
  *reveal(bench, _, predictions): Work<Outcome> {
    const curves = yield* allCurves(bench);
    const [td, mc] = [bestOf(curves, 'td'), bestOf(curves, 'mc')];
    return {
      see: picture(curves),
      judgements: [
        judgeChoice(FASTER, predictions['faster'], meanError(td) < meanError(mc) ? 'td' : 'mc'),
        judgeNumber(NEEDED, predictions['needed'], walksNeeded(td, mc), 0),
      ],
      explain: moral(curves),
      command: `tenure train ${WORLD} --agent monte-carlo --users 1 --episodes ${WALKS} --option stepSize=${mc.alpha} --option stepSizeVisits=0 --option initialValue=0.5 --option discount=1 --seed ${bench.seed}`,
      figures: {
        learners: curves.map((one) => ({
          method: one.method,
          alpha: one.alpha,
          meanError: meanError(one),
          lastError: one.errors[WALKS],
        })),
        walksNeeded: walksNeeded(td, mc),
      },
    };
  },
  hints: {
    do: 'With one walk, look who has moved which places. Then 20 walks, then 100, and a large α.',
    predict:
      'Where a walk ends is mostly luck. TD hears of the end only from its neighbours, but from every step.',
    see: 'A large α is quick at first and then trembles; a small one is slow and then still.',
    explain: 'tenure agents n-step-sarsa and tenure agents sarsa-lambda lie between the two.',
  },
};

/** Values of both after the practice walks. */
function* practice(bench: Workbench, settings: Values): Work<Record<Method, number[]>> {
  const program = bench.world(WORLD);
  const seed = `${bench.seed}/practice`;
  const walks = Number(settings['walks']);
  const td = yield* learnValues(program, { method: 'td', alpha: Number(settings['td']) }, walks, seed);
  const mc = yield* learnValues(program, { method: 'mc', alpha: Number(settings['mc']) }, walks, seed);
  return { td: td[walks - 1], mc: mc[walks - 1] };
}
