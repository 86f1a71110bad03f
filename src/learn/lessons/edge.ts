import { qLearning } from '../../../agents/tabular/qLearning.ts';
import { sarsa } from '../../../agents/tabular/sarsa.ts';
import { streamKey } from '../../../environments/random/streams.ts';
import { type Interval, meanInterval } from '../../statistics/interval.ts';
import { type Block, text } from '../block.ts';
import type { ChoiceControl, Values } from '../control.ts';
import { judgeChoice } from '../judge.ts';
import type { Lesson, Outcome, Work, Workbench } from '../lesson.ts';
import { fixed, perCent } from '../words.ts';
import { atOnce, within } from '../work.ts';
import { type Learned, learnAtTheEdge, playAtTheEdge } from './atTheEdge.ts';
import { holdLevel } from './holdLevel.ts';

const WORLD = 'fatigue-edge';
const PRACTICE = 200;
/** Visits of a full bar: more than 60 days can bring. */
const MOST_VISITS = 45;
const SEEDS = 3;
const KINDS = [qLearning, sarsa];
const NAMES: Readonly<Record<string, string>> = { 'q-learning': 'Q-learning', sarsa: 'SARSA' };

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

const EPSILON = 0.1;

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

/** One learner over several seeds. */
export interface LearnedOften {
  readonly name: string;
  readonly lost: Interval;
  readonly atEdge: Interval;
  readonly visits: Interval;
  readonly visitsAfter: Interval;
  readonly keptAfter: Interval;
}

/** Both learners with the same seeds. */
export function* learnBoth(bench: Workbench): Work<LearnedOften[]> {
  const program = bench.world(WORLD);
  const results: LearnedOften[] = [];
  for (const [k, kind] of KINDS.entries()) {
    const runs: Learned[] = [];
    for (let run = 0; run < SEEDS; run++) {
      const part = (k * SEEDS + run) / (KINDS.length * SEEDS);
      const work = learnAtTheEdge(program, kind, EPSILON, `${bench.seed}/${run}`);
      runs.push(yield* within(work, part, part + 1 / (KINDS.length * SEEDS)));
    }
    const over = (figure: keyof Omit<Learned, 'name'>) => meanInterval(runs.map((one) => one[figure]));
    results.push({
      name: kind.name,
      lost: over('lost'),
      atEdge: over('atEdge'),
      visits: over('visits'),
      visitsAfter: over('visitsAfter'),
      keptAfter: over('keptAfter'),
    });
  }
  return results;
}

/** Who has more of a figure; the same where the intervals touch. */
function more([one, other]: readonly LearnedOften[], figure: 'lost' | 'visitsAfter' | 'visits'): string {
  if (one[figure].low > other[figure].high) return one.name;
  return other[figure].low > one[figure].high ? other.name : 'same';
}

function picture(both: readonly LearnedOften[]): Block[] {
  const bars = (
    title: string,
    figure: keyof Omit<LearnedOften, 'name'>,
    told: (value: number) => string,
  ): Block => ({
    kind: 'bars',
    title,
    full: Math.max(...both.map((one) => one[figure].mean), 1e-9),
    rows: both.map((one) => ({
      label: NAMES[one.name],
      value: one[figure].mean,
      text: `${told(one[figure].mean)} [${told(one[figure].low)}, ${told(one[figure].high)}]`,
    })),
  });
  return [
    bars('while learning: unsubscribed, per 1,000 days of subscribers', 'lost', (value) => fixed(value, 1)),
    bars('while learning: days one step before too much', 'atEdge', (value) => perCent(value, 0)),
    bars('while learning: visits per day', 'visits', (value) => fixed(value, 2)),
    bars('afterwards, without exploring: visits per person in 60 days', 'visitsAfter', (value) =>
      fixed(value, 1),
    ),
    text(`95 % t intervals over ${SEEDS} seeds; ε ${EPSILON} all the time; same people for both.`),
  ];
}

/** What the numbers say. */
export function moral(both: readonly LearnedOften[]): string[] {
  const [q, s] = both;
  const [loser, gainer] = [more(both, 'lost'), more(both, 'visitsAfter')];
  const lost = `Q-learning loses ${fixed(q.lost.mean, 1)} of 1,000 subscribers a day while it learns, SARSA ${fixed(s.lost.mean, 1)}`;
  const why =
    loser === q.name
      ? 'Both explore equally often, but Q-learning values the edge as if nothing were ever tried there again. It over-messages: it goes to the edge, and every tenth decision there is a gamble. SARSA counts its own exploring in and keeps a step away.'
      : 'That is not what the textbook example shows; the intervals above say how sure it is.';
  return [
    `${lost}. ${why}`,
    `Q-learning spends ${perCent(q.atEdge.mean, 0)} of its days one step before too much, SARSA ${perCent(s.atEdge.mean, 0)}. With their visits per day (${fixed(q.visits.mean, 2)} and ${fixed(s.visits.mean, 2)}) and what they lose, ${net(q, s)}`,
    gainer === q.name && loser === q.name
      ? `Without exploring it is the other way round: Q-learning's people come ${fixed(q.visitsAfter.mean, 1)} times, SARSA's ${fixed(s.visitsAfter.mean, 1)}. Q-learning has learned the better policy, by conduct that was worse: who is charged for learning on real customers should ask for both figures.`
      : `Without exploring Q-learning's people come ${fixed(q.visitsAfter.mean, 1)} times, SARSA's ${fixed(s.visitsAfter.mean, 1)}.`,
  ];
}

function net(q: LearnedOften, s: LearnedOften): string {
  const worth = ({ visits, lost }: LearnedOften) => visits.mean - (10 * lost.mean) / 1000;
  const [a, b] = [worth(q), worth(s)];
  const figures = `a day is worth ${fixed(a, 2)} visits under Q-learning and ${fixed(b, 2)} under SARSA, a lost subscriber counted as 10`;
  return `${figures}; and who is lost does not come back.`;
}
