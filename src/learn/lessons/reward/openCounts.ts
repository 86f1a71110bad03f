import { planning } from '../../../../agents/planning/planning.ts';
import type { Policy } from '../../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../../environments/population/populationEnvironment.ts';
import type { Program } from '../../../../environments/scenario/program.ts';
import { seeds } from '../../../experiment/configuration.ts';
import { evaluate } from '../../../experiment/evaluate.ts';
import { type Interval, pairedInterval } from '../../../statistics/interval.ts';
import { mean } from '../../../statistics/mean.ts';
import type { Values } from '../../control.ts';
import type { Work, Workbench } from '../../lesson.ts';
import { metricOf } from '../../metricOf.ts';
import { trained } from '../../training.ts';

/** The scenario. */
export const WORLD = 'open-rate-trap';
/** The weight that mends the reward. */
export const MENDED = 0.5;
const HELD_OUT = 1_000;

/** One way of treating the list. */
export interface Treated {
  readonly name: string;
  /** per reader */
  readonly opens: number;
  readonly mails: number;
  /** days with a visit to the shop, per reader */
  readonly visits: number;
  /** part that is still on the list at the end */
  readonly kept: number;
  /** against the weekly news, on the same readers */
  readonly moreOpens: Interval;
  readonly moreKept: Interval;
}

/** A weekly plan: so many mails, the first of them teasers. */
export function mailPlan({ actions }: Program, settings: Values): Policy {
  const actionOf = (name: string) => actions.findIndex((action) => action.name === name);
  const [none, news, teaser] = ['none', 'news', 'teaser'].map(actionOf);
  const [mails, teasers] = [Number(settings['mails']), Number(settings['teasers'])];
  const week = Array.from({ length: 7 }, (_, day) => {
    const before = Math.floor((day * mails) / 7);
    if (Math.floor(((day + 1) * mails) / 7) === before) return none;
    return before < teasers ? teaser : news;
  });
  let day = 0;
  return {
    selectActions({ active }, chosen) {
      const action = week[day++ % 7];
      for (let i = 0; i < chosen.length; i++) chosen[i] = active[i] === 1 ? action : 0;
    },
  };
}

/** What a policy comes to. */
export function treat(
  program: Program,
  policy: Policy,
  users: number,
  seed: string,
): Record<'opens' | 'mails' | 'visits' | 'kept', Float64Array> {
  const evaluation = evaluate(program, policy, { users, seed });
  return {
    opens: metricOf(evaluation, 'opens'),
    mails: metricOf(evaluation, 'mails'),
    visits: metricOf(evaluation, 'visits'),
    kept: metricOf(evaluation, 'retention.end'),
  };
}

/** The weekly news, a teaser every day, what is learned from opens alone, and from the mended reward. */
export function* treatAll(bench: Workbench): Work<Treated[]> {
  const program = bench.world(WORLD);
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  const lives: [string, ReturnType<typeof treat>][] = [];
  const play = (name: string, policy: Policy) =>
    lives.push([name, treat(program, policy, HELD_OUT, seeds.heldOut(bench.seed))]);
  for (const rule of ['weeklyNews', 'dailyTeaser'])
    play(rule, spec.rules.find(({ name }) => name === rule)!.create(0));
  for (const [k, keepWeight] of [0, MENDED].entries()) {
    const plan = { kind: planning, settings: SETTINGS, users: 1_000, episodes: 15, seed: bench.seed };
    const work = trained(bench.world(WORLD, { keepWeight }), plan);
    let next = work.next();
    for (; !next.done; next = work.next()) yield (k + next.value) / 2;
    play(keepWeight === 0 ? 'opens' : 'mended', next.value.greedy());
  }
  const news = lives[0][1];
  return lives.map(([name, { opens, mails, visits, kept }]) => ({
    name,
    opens: mean(opens),
    mails: mean(mails),
    visits: mean(visits),
    kept: mean(kept),
    moreOpens: pairedInterval([opens], [news.opens]),
    moreKept: pairedInterval([kept], [news.kept]),
  }));
}

/** The world counts the rewards of four months; a learner has to look that far. */
export const SETTINGS = { discount: 0.99 } as const;
