import { always } from '../../../agents/rules/always.ts';
import { random } from '../../../agents/rules/random.ts';
import type { Policy } from '../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../../environments/random/streams.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { seeds } from '../../experiment/configuration.ts';
import { type Evaluation, evaluate } from '../../experiment/evaluate.ts';
import { type Interval, pairedInterval } from '../../statistics/interval.ts';
import { mean } from '../../statistics/mean.ts';
import { type Block, text } from '../block.ts';
import type { ChoiceControl, Control, NumberControl, Values } from '../control.ts';
import { judgeChoice, judgeNumber } from '../judge.ts';
import type { Lesson, Outcome, Work, Workbench } from '../lesson.ts';
import { metricOf } from '../metricOf.ts';
import { fixed, largest, perCent, withInterval } from '../words.ts';
import { atOnce, eachOf } from '../work.ts';
import { weekPlan } from './weekPlan.ts';

const DAYS = 30;
const FEW = 20;
const MANY = 2_000;
const ACTIONS = ['none', 'recommend', 'message', 'coupon'].map((value) => ({
  value,
  label: value === 'none' ? 'nothing' : value,
}));

const week = (k: number): Control => ({
  kind: 'choice',
  name: `week${k}`,
  ask: `week ${k}, who has not ordered again`,
  choices: ACTIONS,
  initial: 'none',
});

const KEPT: NumberControl = {
  kind: 'number',
  name: 'kept',
  ask: `how many of your ${FEW} are still there after day ${DAYS}`,
  range: [0, FEW],
  step: 1,
};
const FIRST: ChoiceControl = {
  kind: 'choice',
  name: 'first',
  ask: `who keeps most of ${MANY.toLocaleString('en')} such people`,
  choices: [
    { value: 'you', label: 'your plan' },
    { value: 'none', label: 'nobody is contacted' },
    { value: 'random', label: 'anything at random' },
    { value: 'marketer', label: "the marketer's rule" },
  ],
};

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

export const policy: Lesson = {
  number: 1,
  name: 'policy',
  title: 'You are the policy',
  about: 'a policy says what to do to whom, and when; yours against chance and a rule',
  opening: [
    `Twenty people have just bought in a shop for the first time. Most will not come back. You decide what they get in their first ${DAYS} days: a recommendation, a personal message, a coupon, or nothing. Every contact tires.`,
    'These are practice people: change anything, as often as you like, and see what becomes of them.',
  ],
  controls: [
    {
      kind: 'choice',
      name: 'often',
      ask: 'how often',
      choices: [
        { value: 'weekly', label: 'once a week' },
        { value: 'twice-a-week', label: 'every third day' },
        { value: 'daily', label: 'every day' },
      ],
      initial: 'weekly',
    },
    week(1),
    week(2),
    week(3),
    week(4),
    { kind: 'choice', name: 'again', ask: 'who has ordered again', choices: ACTIONS, initial: 'none' },
  ],
  sandbox: (bench, settings) =>
    atOnce(() => {
      const program = bench.world('coupon-trap');
      const plan = { users: FEW, seed: `${bench.seed}/practice`, days: DAYS };
      return practice(program, evaluate(program, weekPlan(program, settings), plan));
    }),
  wager: [
    `Now ${FEW} other people, and your plan as it stands. They will be lived four times with the same luck: under your plan, without any contact, under chance, and under a rule that a marketer might use. After that, ${MANY.toLocaleString('en')} people.`,
  ],
  questions: [KEPT, FIRST],
  *reveal(bench, settings, predictions): Work<Outcome> {
    const played = yield* playAll(bench, settings);
    const [you] = played;
    const best = largest(played, ({ keptPart }) => keptPart);
    return {
      see: picture(played),
      judgements: [
        judgeNumber(KEPT, predictions['kept'], you.kept, 0),
        judgeChoice(FIRST, predictions['first'], best.name),
      ],
      explain: moral(played),
      command: `tenure compare coupon-trap --policies none,random,marketer --days ${DAYS} --users ${MANY} --seeds 1 --seed ${bench.seed}`,
      figures: { played },
    };
  },
  hints: {
    do: 'Try "every day" once with messages in all four weeks, and look at who is left. Then once a week.',
    predict: `In the sandbox you saw ${FEW} people. Others will not be the same ${FEW}: expect to be one or two off.`,
    see: 'One person of twenty is 5 points. Look at the 2,000 before you believe a difference.',
    explain: 'tenure scenarios coupon-trap tells what the marketer does, and what a contact costs.',
  },
};

function practice(program: Program, evaluation: Evaluation): Block[] {
  const { stageCounts } = evaluation;
  const churned = program.stages.findIndex(({ name }) => name === 'churned');
  const here = (day: number) => FEW - stageCounts[(day - 1) * program.stages.length + churned];
  const total = (name: string) => metricOf(evaluation, name).reduce((sum, value) => sum + value, 0);
  const days = [7, 14, 21, DAYS];
  return [
    {
      kind: 'table',
      header: ['practice people', ...days.map((day) => `day ${day}`)],
      rows: [['still there', ...days.map((day) => `${here(day)} of ${FEW}`)]],
    },
    text(
      `${fixed(total('contacts'), 0)} contacts, ${fixed(total('ordersPlaced'), 0)} orders, return ${fixed(total('return') / FEW, 2)} per person.`,
    ),
  ];
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

const TITLES: Readonly<Record<string, string>> = {
  you: 'your plan',
  none: 'no contact',
  random: 'at random',
  marketer: 'marketer',
};

function picture(played: readonly Played[]): Block[] {
  return [
    {
      kind: 'bars',
      title: `the same ${FEW} people, still there after day ${DAYS}`,
      full: FEW,
      rows: played.map(({ name, kept }) => ({ label: TITLES[name], value: kept, text: `${kept} of ${FEW}` })),
    },
    {
      kind: 'bars',
      title: `${MANY.toLocaleString('en')} people, still there after day ${DAYS}`,
      full: 1,
      rows: played.map(({ name, keptPart, contacts }) => ({
        label: TITLES[name],
        value: keptPart,
        text: `${perCent(keptPart)}, ${fixed(contacts, 1)} contacts each`,
      })),
    },
  ];
}

/** What the numbers say. */
export function moral(played: readonly Played[]): string[] {
  const [you, none, chance, marketer] = played;
  return [
    'What you made is a policy: what to do, for each situation. So are "nothing" and "anything at random". None of them learns; each can be judged in the same way, on the same people with the same luck.',
    `On ${MANY.toLocaleString('en')} people your plan keeps ${perCent(you.keptPart)}. ${against(marketer, 'the marketer')} ${against(none, 'no contact at all')}`,
    chance.keptPart < none.keptPart
      ? `Chance contacts each person ${fixed(chance.contacts, 1)} times and keeps ${perCent(chance.keptPart)}, fewer than the ${perCent(none.keptPart)} of doing nothing: activity is not care.`
      : `Chance contacts each person ${fixed(chance.contacts, 1)} times and keeps ${perCent(chance.keptPart)}, no fewer than the ${perCent(none.keptPart)} of doing nothing.`,
    `One of ${FEW} people is ${fixed(100 / FEW, 0)} points: your ${you.kept} and the marketer's ${marketer.kept} of ${FEW} say little, ${MANY.toLocaleString('en')} say more. And retention is not all: an action costs, and what pays today may not pay later. That is what the other lessons are about.`,
  ];
}

function against({ behind }: Played, whom: string): string {
  const points = withInterval(behind, 1, 100);
  if (behind.mean === 0 && behind.low === behind.high)
    return `That is the same as ${whom}, person by person.`;
  if (behind.low > 0) return `That is ${points} points against ${whom}: more.`;
  if (behind.high < 0) return `That is ${points} points against ${whom}: fewer.`;
  return `That is ${points} points against ${whom}: the interval holds 0, so one cannot tell.`;
}
