import { type Block, text } from '../../block.ts';
import { fixed, perCent } from '../../words.ts';
import { EPSILON, type LearnedOften, more, SEEDS } from './bothLearners.ts';

const NAMES: Readonly<Record<string, string>> = { 'q-learning': 'Q-learning', sarsa: 'SARSA' };

/** Both learners side by side. */
export function picture(both: readonly LearnedOften[]): Block[] {
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
