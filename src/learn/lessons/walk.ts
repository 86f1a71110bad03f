import { type Block, text } from '../block.ts';
import type { ChoiceControl, NumberControl, Values } from '../control.ts';
import { judgeChoice, judgeNumber } from '../judge.ts';
import type { Lesson, Outcome, Work, Workbench } from '../lesson.ts';
import { fixed, largest } from '../words.ts';
import { within } from '../work.ts';
import {
  type ErrorCurve,
  errorCurve,
  type Learner,
  learnValues,
  type Method,
  PLACES,
  rmsError,
  trueValues,
} from './walks.ts';

const WORLD = 'random-walk';
const WALKS = 100;
const REPETITIONS = 60;
const LEARNERS: readonly Learner[] = [
  { method: 'td', alpha: 0.05 },
  { method: 'td', alpha: 0.1 },
  { method: 'td', alpha: 0.15 },
  { method: 'mc', alpha: 0.01 },
  { method: 'mc', alpha: 0.02 },
  { method: 'mc', alpha: 0.03 },
];
const NAMES: Readonly<Record<Method, string>> = { td: 'TD', mc: 'Monte Carlo' };

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

function valueTable(
  truth: readonly number[],
  { td, mc }: Readonly<Record<Method, readonly number[]>>,
): Block {
  const line = (name: string, values: readonly number[]) => [
    name,
    ...values.map((value) => fixed(value, 3)),
    fixed(rmsError(values, truth), 3),
  ];
  return {
    kind: 'table',
    header: ['place', ...PLACES.map(String), 'error'],
    rows: [line('truth', truth), line('TD', td), line('Monte Carlo', mc)],
  };
}

/** The curves of all learners. */
export function* allCurves(bench: Workbench): Work<ErrorCurve[]> {
  const curves: ErrorCurve[] = [];
  for (const [k, learner] of LEARNERS.entries()) {
    const [from, to] = [k / LEARNERS.length, (k + 1) / LEARNERS.length];
    const work = errorCurve(bench.world(WORLD), learner, WALKS, REPETITIONS, bench.seed);
    curves.push(yield* within(work, from, to));
  }
  return curves;
}

function meanError({ errors }: ErrorCurve): number {
  return errors.slice(1).reduce((sum, error) => sum + error, 0) / WALKS;
}

function bestOf(curves: readonly ErrorCurve[], method: Method): ErrorCurve {
  return largest(
    curves.filter((one) => one.method === method),
    (one) => -meanError(one),
  );
}

/** Walks after which TD is as near as Monte Carlo after all of them; all of them if it never is. */
function walksNeeded(td: ErrorCurve, mc: ErrorCurve): number {
  const at = td.errors.findIndex((error) => error <= mc.errors[WALKS]);
  return at < 0 ? WALKS : at;
}

function picture(curves: readonly ErrorCurve[]): Block[] {
  const [td, mc] = [bestOf(curves, 'td'), bestOf(curves, 'mc')];
  const at = [1, 10, 25, 50, 100];
  return [
    {
      kind: 'table',
      header: [
        `error, mean of ${REPETITIONS}`,
        ...at.map((walks) => `${walks} ${walks === 1 ? 'walk' : 'walks'}`),
        'all',
      ],
      rows: curves.map((one) => [
        `${NAMES[one.method]}, α ${one.alpha}${one === td || one === mc ? ' *' : ''}`,
        ...at.map((walks) => fixed(one.errors[walks], 3)),
        fixed(meanError(one), 3),
      ]),
    },
    text('* the best of its kind, which the chart shows'),
    {
      kind: 'chart',
      title: 'error, walk by walk',
      until: `${WALKS} walks`,
      series: [
        { letter: 'm', label: `Monte Carlo, α ${mc.alpha}`, values: mc.errors },
        { letter: 't', label: `TD, α ${td.alpha}`, values: td.errors },
      ],
      low: 0,
      high: Math.max(td.errors[0], mc.errors[0]),
    },
  ];
}

/** What the numbers say. */
export function moral(curves: readonly ErrorCurve[]): string[] {
  const [td, mc] = [bestOf(curves, 'td'), bestOf(curves, 'mc')];
  const quicker = meanError(td) < meanError(mc) ? td : mc;
  const needed = walksNeeded(td, mc);
  const tds = curves.filter(({ method }) => method === 'td');
  const [small, large] = [tds[0], tds[tds.length - 1]];
  return [
    `On the same walks ${NAMES[quicker.method]} is nearer: its mean error is ${fixed(meanError(quicker), 3)} against ${fixed(meanError(quicker === td ? mc : td), 3)}. ${td.errors[needed] <= mc.errors[WALKS] ? `What Monte Carlo has after ${WALKS} walks (${fixed(mc.errors[WALKS], 3)}), TD has after ${needed}.` : `TD does not come as near as Monte Carlo after ${WALKS} walks (${fixed(mc.errors[WALKS], 3)}).`}`,
    quicker === td
      ? 'The end of one walk is noisy: from the middle it is a coin toss. Monte Carlo moves towards that coin; TD moves towards the next place, in which many ends are averaged already. It learns a guess from a guess, and here that pays.'
      : 'TD learns a guess from a guess, and as long as the guesses are wrong that costs; here it cost more than the noise of whole walks.',
    `The step matters too: TD with α ${large.alpha} has an error of ${fixed(large.errors[10], 3)} after 10 walks and ${fixed(large.errors[WALKS], 3)} after ${WALKS}; with α ${small.alpha} ${fixed(small.errors[10], 3)} and ${fixed(small.errors[WALKS], 3)}. ${large.errors[10] < small.errors[10] && large.errors[WALKS] > small.errors[WALKS] ? 'Large steps come near quickly and then tremble; small ones come late and stay.' : 'Which is better depends on when one asks.'}`,
  ];
}
