import { evaluate } from '../../../experiment/evaluate.ts';
import type { ChoiceControl, Control, NumberControl } from '../../control.ts';
import { judgeChoice, judgeNumber } from '../../judge.ts';
import type { Lesson, Outcome, Work } from '../../lesson.ts';
import { largest } from '../../words.ts';
import { atOnce } from '../../work.ts';
import { DAYS, FEW, MANY, playAll } from './fourPolicies.ts';
import { moral, picture, practice } from './told.ts';
import { weekPlan } from './weekPlan.ts';

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

/** Lesson 1: the student is the policy. */
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
    // A plan that does nothing keeps as many as nothing does: then either answer is right.
    const said = played.find(
      ({ name, keptPart }) => name === predictions['first'] && keptPart === best.keptPart,
    );
    return {
      see: picture(played),
      judgements: [
        judgeNumber(KEPT, predictions['kept'], you.kept, 0),
        judgeChoice(FIRST, predictions['first'], (said ?? best).name),
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
