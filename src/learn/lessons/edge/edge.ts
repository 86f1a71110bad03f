import { streamKey } from '../../../../environments/random/streams.ts';
import type { Block } from '../../block.ts';
import type { ChoiceControl, Values } from '../../control.ts';
import { judgeChoice } from '../../judge.ts';
import type { Lesson, Outcome, Work, Workbench } from '../../lesson.ts';
import { fixed, perCent } from '../../words.ts';
import { atOnce } from '../../work.ts';
import { playAtTheEdge } from './atTheEdge.ts';
import { EPSILON, learnBoth, more, SEEDS, WORLD } from './bothLearners.ts';
import { holdLevel } from './holdLevel.ts';
import { moral, picture } from './told.ts';

const PRACTICE = 200;

/** Visits of a full bar: more than 60 days can bring. */
const MOST_VISITS = 45;

const either = [
  { value: 'q-learning', label: 'Q-learning' },
  { value: 'sarsa', label: 'SARSA' },
  { value: 'same', label: 'both alike' },
];

const LOSES: ChoiceControl = {
  kind: 'choice',
  name: 'loses',
  ask: 'while they learn and explore: who loses more subscribers',
  choices: either,
};

const AFTER: ChoiceControl = {
  kind: 'choice',
  name: 'after',
  ask: 'afterwards, without exploring: who gets more visits',
  choices: either,
};

/** Lesson 6: exploring near the edge of too much. */
export const edge: Lesson = {
  number: 6,
  name: 'edge',
  title: 'Q-learning or SARSA',
  about: 'exploring near the edge of too much: who learns that exploring itself has a price',
  opening: [
    'Each message makes subscribers think of the app: pressure goes from 0 to 3, and with it the visits. At 3 one more message is too much and they unsubscribe, which costs as much as 10 visits. A quiet reminder holds the pressure, nothing lets it fall.',
    `Hold ${PRACTICE} practice people at a level for 60 days, and now and then do anything, as a learner must.`,
  ],
  controls: [
    { kind: 'number', name: 'level', ask: 'hold the pressure at', range: [0, 3], step: 1, initial: 3 },
    {
      kind: 'choice',
      name: 'epsilon',
      ask: 'epsilon, how often anything is done instead',
      choices: ['0', '0.05', '0.1', '0.2', '0.3'].map((value) => ({ value, label: value })),
      initial: '0',
    },
  ],
  sandbox: (bench, settings) => atOnce(() => practice(bench, settings)),
  wager: [
    'Now two learners explore all the time, one decision in ten. Q-learning learns what an action is worth if the best is done ever after. SARSA learns what it is worth if it goes on as it does, exploring included. Each learns from the same people.',
  ],
  questions: [LOSES, AFTER],
  *reveal(bench, _, predictions): Work<Outcome> {
    const both = yield* learnBoth(bench);
    return {
      see: picture(both),
      judgements: [
        judgeChoice(LOSES, predictions['loses'], more(both, 'lost')),
        judgeChoice(AFTER, predictions['after'], more(both, 'visitsAfter')),
      ],
      explain: moral(both),
      command: `tenure compare ${WORLD} --policies q-learning,sarsa,atTheEdge,oneStepAway --train-users 100 --episodes 60 --option epsilonStart=${EPSILON} --option epsilonEnd=${EPSILON} --option epsilonSpread=0 --seeds ${SEEDS}`,
      figures: { learners: both },
    };
  },
  hints: {
    do: 'Level 3 without exploring, then with 0.1. Then level 2 with 0.1.',
    predict:
      'Both explore alike. What differs is what they think comes next: the best, or what they really do.',
    see: 'Lost counts people during the second half of learning; visits afterwards are without any exploring.',
    explain:
      'tenure solve cliff-walking is the textbook original; tenure train cliff-walking --agent sarsa walks it.',
  },
};

function practice(bench: Workbench, settings: Values): Block[] {
  const program = bench.world(WORLD);
  const seed = `${bench.seed}/practice`;
  const [level, epsilon] = [Number(settings['level']), Number(settings['epsilon'])];
  const policy = holdLevel(program, level, epsilon, streamKey(seed, 'policy'));
  const { visits, kept } = playAtTheEdge(program, policy, PRACTICE, seed);
  return [
    {
      kind: 'bars',
      title: `${PRACTICE} practice people after 60 days`,
      full: 1,
      rows: [
        { label: 'still subscribed', value: kept, text: perCent(kept, 0) },
        { label: 'visits each', value: visits / MOST_VISITS, text: fixed(visits, 1) },
      ],
    },
  ];
}
