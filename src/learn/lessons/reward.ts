import { mean } from '../../statistics/mean.ts';
import { type Block, text } from '../block.ts';
import type { ChoiceControl, NumberControl } from '../control.ts';
import { judgeChoice, judgeNumber } from '../judge.ts';
import type { Lesson, Outcome, Work } from '../lesson.ts';
import { fixed, perCent, withInterval } from '../words.ts';
import { atOnce } from '../work.ts';
import { MENDED, mailPlan, SETTINGS, type Treated, treat, treatAll, WORLD } from './openCounts.ts';

const PRACTICE = 300;
/** Opens of a full bar. */
const MOST_OPENS = 15;

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
  ask: 'of 100 readers it still has after three months',
  range: [0, 100],
  step: 5,
};

const NAMES: Readonly<Record<string, string>> = {
  weeklyNews: 'weekly news',
  opens: 'paid by opens',
  mended: 'paid to keep',
};

export const reward: Lesson = {
  number: 7,
  name: 'reward',
  title: 'What you reward is what you get',
  about: 'an agent paid by opens: the figure goes up, and the people go',
  opening: [
    'A mailing list, three months. The news says in its subject line what is in it; a teaser promises more, is opened more often, and takes some trust. Every mail wearies, and who is weary and mistrustful leaves the list.',
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
    'Now an agent learns whom to send what, and its reward is one for each mail that is opened. Nothing else. It sees how much and how lately somebody was written to; it does not see trust, and nobody told it about leaving.',
  ],
  questions: [TURN, KEPT],
  *reveal(bench, _, predictions): Work<Outcome> {
    const treated = yield* treatAll(bench);
    const [, opens] = treated;
    return {
      see: picture(treated),
      judgements: [
        judgeChoice(TURN, predictions['readers'], direction(opens)),
        judgeNumber(KEPT, predictions['kept'], 100 * opens.kept, 1),
      ],
      explain: moral(treated),
      command: `tenure compare ${WORLD} --set keepWeight=0 --policies weeklyNews,q-learning --option discount=${SETTINGS.discount} --train-users 1000 --episodes 15 --users 1000 --seeds 1 --seed ${bench.seed}`,
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

function practice(opens: number, kept: number): Block {
  return {
    kind: 'bars',
    title: `${PRACTICE} practice readers, three months`,
    full: 1,
    rows: [
      { label: 'mails opened, each', value: opens / MOST_OPENS, text: fixed(opens, 1) },
      { label: 'still on the list', value: kept, text: perCent(kept, 0) },
    ],
  };
}

function direction({ moreKept: { low, high } }: Treated): string {
  if (low > 0) return 'more';
  return high < 0 ? 'fewer' : 'same';
}

function picture(treated: readonly Treated[]): Block[] {
  const full = Math.max(...treated.map(({ opens }) => opens));
  return [
    {
      kind: 'bars',
      title: 'the reward: mails opened per reader',
      full,
      rows: treated.map(({ name, opens, mails }) => ({
        label: NAMES[name],
        value: opens,
        text: `${fixed(opens, 1)} of ${fixed(mails, 1)} mails`,
      })),
    },
    {
      kind: 'bars',
      title: 'the readers: still on the list after three months',
      full: 1,
      rows: treated.map(({ name, kept }) => ({ label: NAMES[name], value: kept, text: perCent(kept) })),
    },
    {
      kind: 'intervals',
      title: 'readers kept, against the weekly news, in points',
      rows: treated.slice(1).map(({ name, moreKept }) => ({
        label: NAMES[name],
        ...moreKept,
        text: withInterval(moreKept, 1, 100),
      })),
    },
    text('95 % intervals over the same 1,000 readers of one seed, paired.'),
  ];
}

/** What the numbers say. */
export function moral([news, opens, mended]: readonly Treated[]): string[] {
  const up = opens.moreOpens.low > 0;
  const down = opens.moreKept.high < 0;
  return [
    `Paid by opens, the agent gets ${fixed(opens.opens, 1)} of them per reader, the weekly news ${fixed(news.opens, 1)}. Of the readers ${perCent(opens.kept, 0)} are left, with the weekly news ${perCent(news.kept, 0)}. ${up && down ? 'The reward went up and retention down: it did exactly what it was paid for.' : 'The reward and the readers did not part ways here.'}`,
    `It is not stupid: it learned that a reader who is gone opens nothing, and still ${fixed(opens.mails, 0)} mails in 90 days earn most of what was counted. A learned policy that beats every rule by its reward shows that it learned, not that the reward was right.`,
    `With a reward of ${MENDED} for each day somebody is still on the list it sends ${fixed(mended.mails, 0)} mails, gets ${fixed(mended.opens, 1)} opens and keeps ${perCent(mended.kept, 0)}. ${mended.kept > opens.kept ? 'The same algorithm, another wish.' : 'Here that did not help.'} Against the weekly news that is ${withInterval(mended.moreKept, 1, 100)} points of readers.`,
  ];
}
