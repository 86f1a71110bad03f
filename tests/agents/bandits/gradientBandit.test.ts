import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradientBandit } from '../../../agents/bandits/gradientBandit.ts';
import { ACTIONS, type ExperiencedDay, experiences, STATES, timeStep } from '../../support/experience.ts';
import { banditFor, lawIn, liveDay } from './oneUser.ts';

const ALPHA = 0.2;

function softMax(preferences: readonly number[]): number[] {
  const weights = preferences.map((h) => Math.exp(h));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

/** The probabilities of a state after these days, by the book's equation, slowly. */
function slowLaw(days: readonly ExperiencedDay[], state: number): number[] {
  const h = Array<number>(ACTIONS).fill(0);
  const seen: number[] = [];
  for (const day of days.filter((each) => each.state === state)) {
    const pi = softMax(h);
    const baseline = seen.length > 0 ? seen.reduce((a, b) => a + b, 0) / seen.length : day.reward;
    for (let a = 0; a < ACTIONS; a++)
      h[a] += ALPHA * (day.reward - baseline) * ((a === day.action ? 1 : 0) - pi[a]);
    seen.push(day.reward);
  }
  return softMax(h);
}

describe('gradient-bandit', () => {
  it('has the probabilities of the book with one user', () => {
    fc.assert(
      fc.property(experiences, (episodes) => {
        const days = episodes.flatMap((episode) => episode.days);
        const agent = banditFor(gradientBandit, { stepSize: ALPHA });
        for (const day of days) liveDay(agent, day);
        for (let state = 0; state < STATES; state++) {
          const [law, expected] = [lawIn(agent, state), slowLaw(days, state)];
          expect(Math.max(...law.map((p, a) => Math.abs(p - expected[a])))).toBeLessThan(1e-9);
        }
      }),
    );
  });

  const two = [
    { state: 0, action: 0, reward: 3 },
    { state: 0, action: 2, reward: 1 },
  ];

  it('moves by the mean gradient of many users as often as there are users, up to a step of 1', () => {
    // The baseline of the first day is its mean, 2: gradients (R − 2)(1[a] − ⅓) are (⅔, −⅓, −⅓) and (⅓, ⅓, −⅔).
    const gradient = [0.5, 0, -0.5];
    for (const [copies, step] of [
      [1, 2 * ALPHA],
      [10, 1],
    ]) {
      const agent = banditFor(gradientBandit, { stepSize: ALPHA });
      liveDay(agent, ...Array.from({ length: copies }, () => two).flat());
      const law = lawIn(agent, 0);
      for (const [a, p] of softMax(gradient.map((g) => step * g)).entries()) expect(law[a]).toBeCloseTo(p, 9);
    }
  });

  it('learns nothing of an action that was not to be had', () => {
    const agent = banditFor(gradientBandit, { stepSize: ALPHA });
    const step = timeStep('first', two);
    const available = Uint8Array.of(1, 0, 1, 1, 0, 1);
    const morning = { ...step, observation: { ...step.observation, available } };
    agent.update(morning, Uint8Array.of(0, 2), timeStep('last', two));
    const expected = softMax([ALPHA, 0, -ALPHA]);
    for (const [a, p] of lawIn(agent, 0).entries()) expect(p).toBeCloseTo(expected[a], 9);
  });
});
