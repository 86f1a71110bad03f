import type { Program } from '../../../environments/scenario/program.ts';
import { type Block, text } from '../block.ts';
import type { ChoiceControl } from '../control.ts';
import { judgeChoice } from '../judge.ts';
import type { Lesson, Outcome, Work } from '../lesson.ts';
import { fixed, largest, listed, signed } from '../words.ts';
import { atOnce, eachOf } from '../work.ts';
import { type Ahead, chancesOf, lookAhead, STAGES, type Stage } from './careByStage.ts';

const WORLD = 'warm-and-cold';
const NEAR = 0.7;
const FAR = 0.99;
const DISCOUNTS = [0.3, NEAR, 0.9, 0.97, FAR];

const NAMES: Readonly<Record<Stage, string>> = {
  new: 'the new',
  active: 'the active',
  atRisk: 'those at risk',
  dormant: 'the dormant',
};
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

function careTable(program: Program): Block {
  return {
    kind: 'table',
    header: ['chances a week', 'without care', 'with care'],
    rows: STAGES.map((stage) => [stage, chancesOf(program, stage, 0), chancesOf(program, stage, 1)]),
  };
}

function valueBars(stages: Ahead['stages']): Block {
  return {
    kind: 'bars',
    title: 'worth of somebody in each stage, in weekly fees',
    full: Math.max(...stages.map(({ value }) => value)),
    rows: stages.map(({ stage, value }) => ({ label: NAMES[stage], value, text: fixed(value, 2) })),
  };
}

function mostGain({ stages }: Ahead): Ahead['stages'][number] {
  return largest(stages, ({ gain }) => gain);
}

function picture(aheads: readonly Ahead[]): Block[] {
  const header = (title: string) => [title, ...aheads.map(({ discount }) => `γ ${discount}`)];
  const rowOf = (stage: Stage, figure: (one: Ahead['stages'][number], all: Ahead) => string) => [
    NAMES[stage],
    ...aheads.map((all) => figure(all.stages.find((one) => one.stage === stage)!, all)),
  ];
  return [
    {
      kind: 'table',
      header: header('worth, in weekly fees'),
      rows: STAGES.map((stage) => rowOf(stage, ({ value }) => fixed(value, 2))),
    },
    text(''),
    {
      kind: 'table',
      header: header('gain of a week of care'),
      rows: STAGES.map((stage) =>
        rowOf(stage, (one, all) => `${one === mostGain(all) ? '*' : ''}${signed(one.gain, 2)}`),
      ),
    },
    text('* where care gains most'),
  ];
}

/** What the numbers say. */
export function moral(aheads: readonly Ahead[]): string[] {
  const [first] = aheads;
  const last = aheads[aheads.length - 1];
  const middle = aheads.find(({ discount }) => discount === NEAR)!;
  const paying = first.stages.filter(({ gain }) => gain > 0).map(({ stage }) => NAMES[stage]);
  const [nearBest, farBest] = [mostGain(middle), mostGain(last)];
  const changed = nearBest.stage !== farBest.stage;
  return [
    `With γ ${first.discount} care pays ${paying.length > 0 ? `for ${listed(paying)}` : 'for nobody: it costs today and earns later'}. With γ ${NEAR} it gains most among ${NAMES[nearBest.stage]} (${signed(nearBest.gain, 2)}), with γ ${FAR} among ${NAMES[farBest.stage]} (${signed(farBest.gain, 2)}). ${changed ? 'The customers are the same; the look ahead decides who gets the care.' : 'Here the look ahead does not change who comes first.'}`,
    `A value is what is to come: V(s) = the best of (what the week earns + γ × the value of where it leads). The gain of care is the chances it moves, times the differences of value between where they lead. These differences grow with γ: from ${fixed(spreadOf(middle), 2)} between the best and the worst stage with γ ${NEAR} to ${fixed(spreadOf(last), 2)} with γ ${FAR}.`,
    `So a rule can be right for one γ only: ${rulesText(middle)}; ${rulesText(last)}.`,
  ];
}

function spreadOf({ stages }: Ahead): number {
  const values = stages.map(({ value }) => value);
  return Math.max(...values) - Math.min(...values);
}

function rulesText({ discount, rules }: Ahead): string {
  const words: Readonly<Record<string, string>> = {
    firefighter: 'care at risk',
    host: 'care for the new',
    both: 'care for both',
  };
  const told = Object.entries(rules).map(([name, value]) => `${words[name] ?? name} ${fixed(value, 2)}`);
  return `with γ ${discount} somebody new is worth ${listed(told)}`;
}
