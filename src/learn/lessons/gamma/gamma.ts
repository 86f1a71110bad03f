import { text } from '../../block.ts';
import type { ChoiceControl } from '../../control.ts';
import { judgeChoice } from '../../judge.ts';
import type { Lesson, Outcome, Work } from '../../lesson.ts';
import { atOnce, eachOf } from '../../work.ts';
import { lookAhead, STAGES } from './careByStage.ts';
import { careTable, moral, mostGain, NAMES, NEAR, picture, valueBars } from './told.ts';

const WORLD = 'warm-and-cold';

/** A discount that looks far ahead. */
const FAR = 0.99;

const DISCOUNTS = [0.3, NEAR, 0.9, 0.97, FAR];

const choices = STAGES.map((value) => ({ value, label: NAMES[value] }));

const near: ChoiceControl = {
  kind: 'choice',
  name: 'near',
  ask: `gamma ${NEAR}: where does a week of care gain most`,
  choices,
};

const far: ChoiceControl = {
  kind: 'choice',
  name: 'far',
  ask: `gamma ${FAR}: where does it gain most`,
  choices,
};

/** Lesson 3: how far to look ahead. */
export const gamma: Lesson = {
  number: 3,
  name: 'gamma',
  title: 'How far to look ahead',
  about: 'states, values and gamma: what a customer is worth depends on how far one looks',
  opening: [
    'Customers are new, active, at risk, dormant, or gone: a Markov decision process. An active one pays 1 a week, one at risk 0.3. A week of care costs 0.35 and moves the chances below. Gamma (γ) is what a fee is worth one week later: 0.9 looks about 10 weeks ahead, 0.99 about 100.',
    'Slide γ and watch what somebody in each stage is worth.',
  ],
  controls: [
    {
      kind: 'choice',
      name: 'gamma',
      ask: 'gamma',
      choices: ['0.01', '0.3', '0.5', '0.7', '0.8', '0.9', '0.95', '0.97', '0.99'].map((value) => ({
        value,
        label: value,
      })),
      initial: '0.5',
    },
  ],
  sandbox: (bench, settings) =>
    atOnce(() => {
      const program = bench.world(WORLD);
      const { stages } = lookAhead(program, Number(settings['gamma']));
      return [careTable(program), text(''), valueBars(stages)];
    }),
  wager: [
    'There is care for one customer a week, and one waits in each stage. The gain of care is what it adds to the value of the customer, its cost taken off. Look at the chances that care moves, and at the values they lead to.',
  ],
  questions: [near, far],
  *reveal(bench, _, predictions): Work<Outcome> {
    const aheads = yield* eachOf(DISCOUNTS, (discount) => lookAhead(bench.world(WORLD), discount));
    const bestAt = (discount: number) => mostGain(aheads.find((one) => one.discount === discount)!).stage;
    return {
      see: picture(aheads),
      judgements: [
        judgeChoice(near, predictions['near'], bestAt(NEAR)),
        judgeChoice(far, predictions['far'], bestAt(FAR)),
      ],
      explain: moral(aheads),
      command: `tenure solve ${WORLD} --discount ${FAR}`,
      figures: { aheads },
    };
  },
  hints: {
    do: 'Go from 0.01 to 0.99 in steps: which bar grows first, which one last, and which one most?',
    predict:
      'Care for the active keeps 7 in 100 from slipping, and many of those come back anyway. Who is lost for good is worth nothing, however far one looks.',
    see: 'A gain below 0: that far ahead, care there does not pay.',
    explain:
      'tenure solve warm-and-cold --sweep careCost=0.1:2:0.1 tells at which cost care stops to pay, and for whom.',
  },
};
