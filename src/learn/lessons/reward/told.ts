import { type Block, text } from '../../block.ts';
import { fixed, perCent, withInterval } from '../../words.ts';
import { MENDED, type Treated } from './openCounts.ts';

/** Readers of the sandbox. */
export const PRACTICE = 300;

/** Opens of a full bar. */
const MOST_OPENS = 15;

const NAMES: Readonly<Record<string, string>> = {
  weeklyNews: 'weekly news',
  dailyTeaser: 'daily teaser',
  opens: 'paid by opens',
  mended: 'paid to keep',
};

/** What became of the practice readers. */
export function practice(opens: number, kept: number): Block {
  return {
    kind: 'bars',
    title: `${PRACTICE} practice readers, four months`,
    full: 1,
    rows: [
      { label: 'mails opened, each', value: opens / MOST_OPENS, text: fixed(opens, 1) },
      { label: 'still on the list', value: kept, text: perCent(kept, 0) },
    ],
  };
}

/** The reward, the readers, and the difference in readers. */
export function picture(treated: readonly Treated[]): Block[] {
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
      title: 'the readers: still on the list after four months',
      full: 1,
      rows: treated.map(({ name, kept }) => ({ label: NAMES[name], value: kept, text: perCent(kept) })),
    },
    {
      kind: 'intervals',
      title: 'readers kept, against the weekly news, in points',
      rows: treated.slice(2).map(({ name, moreKept }) => ({
        label: NAMES[name],
        ...moreKept,
        text: withInterval(moreKept, 1, 100),
      })),
    },
    text('95 % intervals over the same 1,000 readers of one seed, paired.'),
  ];
}

/** What the numbers say. */
export function moral([news, teaser, opens, mended]: readonly Treated[]): string[] {
  const up = opens.moreOpens.low > 0;
  const down = opens.moreKept.high < 0;
  const fewerVisits = opens.visits < news.visits;
  return [
    `Paid by opens, the agent gets ${fixed(opens.opens, 1)} of them per reader, the weekly news ${fixed(news.opens, 1)}. Of the readers ${perCent(opens.kept, 0)} are left, with the weekly news ${perCent(news.kept, 0)}. ${up && down ? 'The reward went up and retention down: it did exactly what it was paid for.' : 'The reward and the readers did not part ways here.'} Visits to the shop, for which the mails are sent, are ${fixed(opens.visits, 2)} per reader against ${fixed(news.visits, 2)}${fewerVisits ? ': fewer' : ''}.`,
    `A teaser to everyone every day gets ${fixed(teaser.opens, 1)} opens and keeps ${perCent(teaser.kept, 0)}. ${opens.opens > teaser.opens ? `The agent found a better way to the same figure, with ${fixed(opens.mails, 0)} mails instead of ${fixed(teaser.mails, 0)}: that it beats these rules by its reward shows that it learned, not that the reward was right.` : 'The agent did not even get more of its reward than that.'}`,
    `With a reward of ${MENDED} for each day somebody is still on the list it sends ${fixed(mended.mails, 0)} mails, gets ${fixed(mended.opens, 1)} opens and keeps ${perCent(mended.kept, 0)}. ${mended.kept > opens.kept ? 'The same algorithm, another wish.' : 'Here that did not help.'} Against the weekly news that is ${withInterval(mended.moreKept, 1, 100)} points of readers.`,
  ];
}
