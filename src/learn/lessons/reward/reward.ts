import { mean } from '../../../statistics/mean.ts';
import type { ChoiceControl, NumberControl } from '../../control.ts';
import { judgeChoice, judgeNumber } from '../../judge.ts';
import type { Lesson, Outcome, Work } from '../../lesson.ts';
import { atOnce } from '../../work.ts';
import { MENDED, mailPlan, SETTINGS, type Treated, treat, treatAll, WORLD } from './openCounts.ts';
import { moral, PRACTICE, picture, practice } from './told.ts';

const TURN: ChoiceControl = {
  kind: 'choice',
  name: 'readers',
  ask: 'paid by opens, against the weekly news, it ends with',
  choices: [
    { value: 'more', label: 'more readers' },
    { value: 'same', label: 'about as many' },
    { value: 'fewer', label: 'fewer readers' },
  ],
};

const KEPT: NumberControl = {
  kind: 'number',
  name: 'kept',
  ask: 'of 100 readers it still has after four months',
  range: [0, 100],
  step: 5,
};

/** Lesson 7: what is rewarded is what one gets. */
export const reward: Lesson = {
  number: 7,
  name: 'reward',
  title: 'What you reward is what you get',
  about: 'an agent paid by opens: the figure goes up, and the people go',
  opening: [
    'The mailing list of a shop, four months. The news says in its subject line what is in it; a teaser promises more, is opened more often, and takes some trust. Every mail wearies, and who is weary, mistrustful, or has no time leaves the list.',
    `Set a weekly plan for ${PRACTICE} practice readers.`,
  ],
  controls: [
    { kind: 'number', name: 'mails', ask: 'mails a week', range: [0, 7], step: 1, initial: 1 },
    { kind: 'number', name: 'teasers', ask: 'of them teasers', range: [0, 7], step: 1, initial: 0 },
  ],
  sandbox: (bench, settings) =>
    atOnce(() => {
      const program = bench.world(WORLD);
      const lives = treat(program, mailPlan(program, settings), PRACTICE, `${bench.seed}/practice`);
      return [practice(mean(lives.opens), mean(lives.kept))];
    }),
  wager: [
    'Now an agent learns whom to send what, and its reward is one for each mail that is opened. Nothing else. It sees how long ago somebody was written to and opened a mail; it does not see trust, and nobody told it about leaving.',
  ],
  questions: [TURN, KEPT],
  *reveal(bench, _, predictions): Work<Outcome> {
    const treated = yield* treatAll(bench);
    const opens = treated.find(({ name }) => name === 'opens')!;
    return {
      see: picture(treated),
      judgements: [
        judgeChoice(TURN, predictions['readers'], direction(opens)),
        judgeNumber(KEPT, predictions['kept'], 100 * opens.kept, 1),
      ],
      explain: moral(treated),
      command: `tenure compare ${WORLD} --set keepWeight=0 --policies weeklyNews,dailyTeaser,planning --option discount=${SETTINGS.discount} --train-users 1000 --episodes 15 --users 1000 --seeds 1 --seed ${bench.seed}`,
      figures: { treated },
    };
  },
  hints: {
    do: 'Seven mails a week, seven of them teasers: look at both figures. Then find a plan that is good in both.',
    predict:
      'Who has left opens nothing any more, so even this agent loses by it. The question is how much it minds.',
    see: 'All three were played on the same readers with the same luck.',
    explain: `Run the command below with keepWeight=${MENDED} instead of 0, and with values in between.`,
  },
};

function direction({ moreKept: { low, high } }: Treated): string {
  if (low > 0) return 'more';
  return high < 0 ? 'fewer' : 'same';
}
