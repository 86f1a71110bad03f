import { epsilonGreedyBandit } from '../../../../agents/bandits/epsilonGreedyBandit.ts';
import type { Program } from '../../../../environments/scenario/program.ts';
import { mean } from '../../../statistics/mean.ts';
import type { Work } from '../../lesson.ts';
import { trained } from '../../training.ts';
import { finish } from '../../work.ts';

/** One bandit's life: what it sent, and what it lost by that. */
export interface Sendings {
  /** subject lines; mails sent */
  readonly sent: readonly number[];
  /** subject lines; mails opened */
  readonly opened: readonly number[];
  /** mails + 1; opens lost so far against the best subject line, on average of what was sent */
  readonly regret: Float64Array;
}

/** Lets one ε-greedy bandit send one mail a day; it begins anew with every seed. */
export function* send(program: Program, epsilon: number, mails: number, seed: string): Work<Sendings> {
  const rates = ratesOf(program);
  const best = Math.max(...rates);
  const sent = rates.map(() => 0);
  const opened = rates.map(() => 0);
  const regret = new Float64Array(mails + 1);
  const plan = { kind: epsilonGreedyBandit, settings: { epsilon }, users: 1, episodes: 1, seed };
  yield* trained({ ...program, horizon: mails }, plan, ({ actions: [action], next }) => {
    sent[action]++;
    opened[action] += next.rewards[0];
    regret[next.day] = regret[next.day - 1] + best - rates[action];
  });
  return { sent, opened, regret };
}

/** Subject lines; the probability that a mail is opened. */
export function ratesOf({ actions }: Program): number[] {
  return actions.map(({ attributes }) => attributes['opened']);
}

/** What many bandits with one ε came to. */
export interface Study {
  readonly epsilon: number;
  /** mails + 1; opens lost so far, mean over the bandits */
  readonly regret: readonly number[];
  /** part of the bandits that sent the best subject line most */
  readonly foundBest: number;
  /** opens per mail that trying costs by itself: ε times what any subject line has less than the best, on average */
  readonly trying: number;
}

/** The mean of many bandits that know nothing of each other. */
export function* study(program: Program, epsilon: number, bandits: number, seed: string): Work<Study> {
  const rates = ratesOf(program);
  const winner = rates.indexOf(Math.max(...rates));
  const regret = new Array<number>(program.horizon + 1).fill(0);
  let found = 0;
  for (let k = 0; k < bandits; k++) {
    const one = finish(send(program, epsilon, program.horizon, `${seed}/bandit/${k}`));
    for (let day = 0; day < regret.length; day++) regret[day] += one.regret[day] / bandits;
    if (one.sent[winner] === Math.max(...one.sent)) found++;
    yield (k + 1) / bandits;
  }
  return { epsilon, regret, foundBest: found / bandits, trying: epsilon * (rates[winner] - mean(rates)) };
}
