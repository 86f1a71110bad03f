import type { Program } from '../../../../environments/scenario/program.ts';
import { type Block, text } from '../../block.ts';
import { fixed, largest, perCent } from '../../words.ts';
import { BANDITS, leastLoss, lossOf } from './studies.ts';
import { ratesOf, type Sendings, type Study } from './subjectLines.ts';

/** What one bandit sent, and what it believes. */
export function practice({ actions }: Program, { sent, opened }: Sendings): Block[] {
  const rate = (k: number) => (sent[k] > 0 ? opened[k] / sent[k] : 0);
  const favourite = largest(
    actions.map(({ name }, k) => ({ name, rate: rate(k) })),
    (one) => one.rate,
  );
  return [
    {
      kind: 'table',
      header: ['practice', 'sent', 'opened', 'opened, %'],
      rows: actions.map(({ name }, k) => [
        name,
        String(sent[k]),
        String(opened[k]),
        sent[k] > 0 ? perCent(rate(k), 0) : 'not tried',
      ]),
    },
    text(`As far as it knows, the best is: ${favourite.name}.`),
  ];
}

/** Regret, mail by mail. */
export function picture({ actions, ...program }: Program, studies: readonly Study[]): Block[] {
  const rates = ratesOf({ actions, ...program } as Program);
  const letters = 'abcdef';
  return [
    text(`Opened: ${actions.map(({ name }, k) => `${name} ${perCent(rates[k], 0)}`).join(', ')}.`),
    {
      kind: 'chart',
      title: `regret: opens lost, mean of ${BANDITS} bandits each`,
      until: `${studies[0].regret.length - 1} mails`,
      series: studies.map(({ epsilon, regret }, k) => ({
        letter: letters[k],
        label: `ε ${epsilon}: ${fixed(lossOf({ regret }), 1)}`,
        values: regret,
      })),
      low: 0,
      high: Math.max(...studies.map(lossOf)),
    },
  ];
}

/** What the numbers say. */
export function moral(studies: readonly Study[], own: number): string[] {
  const [greedy] = studies;
  const most = studies[studies.length - 1];
  const least = leastLoss(studies);
  const yours = studies.find(({ epsilon }) => epsilon === own) ?? least;
  const early = rise(most, 0, 0.5);
  const late = rise(most, 0.5, 1);
  const trying = (most.trying * (most.regret.length - 1)) / 2;
  return [
    `Without trying (ε ${greedy.epsilon}) ${perCent(greedy.foundBest, 0)} of the bandits sent the best subject line most; ${fixed(lossOf(greedy), 0)} opens were lost on average. ${greedy === least ? 'Here that was nevertheless the least.' : 'The others stayed with one that was lucky early.'}`,
    `With ε ${most.epsilon} ${perCent(most.foundBest, 0)} found it, but trying never ends: the first half of the mails lost ${fixed(early, 1)} opens, the second half ${fixed(late, 1)}. Trying alone costs ${fixed(trying, 1)} in every half, however much is known by then.`,
    `Least was lost with ε ${least.epsilon}: ${fixed(lossOf(least), 1)} opens.${yours === least ? ' That was your ε.' : ` Your ε ${yours.epsilon} lost ${fixed(lossOf(yours), 1)}.`} A bandit knows no tomorrow: each mail stands alone. When what you send today changes the customer of tomorrow, it takes more; that is lesson 3.`,
  ];
}

function rise({ regret }: Study, from: number, to: number): number {
  const last = regret.length - 1;
  return regret[Math.round(to * last)] - regret[Math.round(from * last)];
}
