import type { Program } from '../../../../environments/scenario/program.ts';
import { type Block, text } from '../../block.ts';
import { fixed, largest, listed, signed } from '../../words.ts';
import { type Ahead, chancesOf, STAGES, type Stage } from './careByStage.ts';

/** A discount that looks a few weeks ahead. */
export const NEAR = 0.7;

/** The stages in words. */
export const NAMES: Readonly<Record<Stage, string>> = {
  new: 'the new',
  active: 'the active',
  atRisk: 'those at risk',
  dormant: 'the dormant',
};

/** What care does to the chances of a week. */
export function careTable(program: Program): Block {
  return {
    kind: 'table',
    header: ['from', 'to, with which chance a week: without care → with care'],
    rows: STAGES.map((stage) => [stage, chancesOf(program, stage)]),
  };
}

/** What somebody in each stage is worth. */
export function valueBars(stages: Ahead['stages']): Block {
  return {
    kind: 'bars',
    title: 'worth of somebody in each stage, in weekly fees',
    full: Math.max(...stages.map(({ value }) => value)),
    rows: stages.map(({ stage, value }) => ({ label: NAMES[stage], value, text: fixed(value, 2) })),
  };
}

/** The stage in which care gains most. */
export function mostGain({ stages }: Ahead): Ahead['stages'][number] {
  return largest(stages, ({ gain }) => gain);
}

/** Worth and gain, for every discount. */
export function picture(aheads: readonly Ahead[]): Block[] {
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
    `With γ ${first.discount} care pays ${paying.length > 0 ? `for ${listed(paying)}` : 'for nobody: it costs today and earns later'}. With γ ${NEAR} it gains most among ${NAMES[nearBest.stage]} (${signed(nearBest.gain, 2)}), with γ ${last.discount} among ${NAMES[farBest.stage]} (${signed(farBest.gain, 2)}). ${changed ? 'The customers are the same; the look ahead decides who gets the care.' : 'Here the look ahead does not change who comes first.'}`,
    `A value is what is to come: V(s) = the best of (what the week earns + γ × the value of where it leads). The gain of care is the chances it moves, times the differences of value between where they lead. How large these are depends on γ: ${fixed(spreadOf(middle), 2)} between the best and the worst stage with γ ${NEAR} and ${fixed(spreadOf(last), 2)} with γ ${last.discount}.`,
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
