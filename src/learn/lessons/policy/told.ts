import type { Program } from '../../../../environments/scenario/program.ts';
import type { Evaluation } from '../../../experiment/evaluate.ts';
import { type Block, text } from '../../block.ts';
import { metricOf } from '../../metricOf.ts';
import { fixed, perCent, withInterval } from '../../words.ts';
import { DAYS, FEW, MANY, type Played } from './fourPolicies.ts';

/** What became of the practice people. */
export function practice(program: Program, evaluation: Evaluation): Block[] {
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

const TITLES: Readonly<Record<string, string>> = {
  you: 'your plan',
  none: 'no contact',
  random: 'at random',
  marketer: 'marketer',
};

/** Who is still there, of the few and of the many. */
export function picture(played: readonly Played[]): Block[] {
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
