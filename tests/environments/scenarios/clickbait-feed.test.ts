import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import { mean } from '../../../src/statistics/mean.ts';

const FILE = join(import.meta.dirname, '../../../scenarios/clickbait-feed.yaml');
const USERS = 800;

/** Minutes of everyone, and of each segment, when the same action leads on every day. */
function minutesOf(action: string, parameters: Readonly<Record<string, number>> = {}) {
  const program = loadScenario(readScenarioFile(FILE), parameters);
  const environment = new PopulationEnvironment(program, { users: USERS, measured: true });
  const actions = new Uint8Array(USERS).fill(program.actions.findIndex(({ name }) => name === action));
  let step = environment.reset('feed');
  while (step.stepType !== 'last') step = environment.step(actions);
  const minutes = Array.from(environment.column('sum_minutes_'));
  const inSegment = (k: number) => mean(minutes.filter((_, user) => environment.segments[user] === k));
  return { all: mean(minutes), regular: inSegment(0), passing: inSegment(1) };
}

describe('the scenario clickbait-feed', () => {
  const mix = minutesOf('none');
  const bait = minutesOf('clickbait');

  it('loses minutes to clickbait, and gains them where clickbait does no harm', () => {
    expect(bait.all / mix.all).toBeLessThan(0.95);
    const harmless = { clickbaitHarm: 0 };
    expect(minutesOf('clickbait', harmless).all / minutesOf('none', harmless).all).toBeGreaterThan(1.5);
  });

  it('loses them with regular readers, not with those who pass by', () => {
    expect(bait.regular / mix.regular).toBeLessThan(0.8);
    expect(bait.passing / mix.passing).toBeGreaterThan(1.2);
  });
});
