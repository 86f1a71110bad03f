import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgentKind, settingsOf } from '../../../agents/kinds.ts';
import { expectedSarsa } from '../../../agents/tabular/expectedSarsa.ts';
import { myopic } from '../../../agents/tabular/myopic.ts';
import { qLearning } from '../../../agents/tabular/qLearning.ts';
import { sarsa } from '../../../agents/tabular/sarsa.ts';
import { type Experience, experienceSpec, experiences, STATES, timeStep } from '../../support/experience.ts';
import { exploringAlways } from '../../support/learnedValues.ts';
import { learnSlowly, type Transition } from '../../support/reference.ts';

const GAMMA = 0.9;
const EPSILON = 0.25;
const CONSTANT = { alpha: 0.5, alphaVisits: 0, alphaPower: 0 };
const FALLING = { alpha: 0.5, alphaVisits: 3, alphaPower: 0.65 };

/** The agent's values after these days of one user, whatever it would have done itself. */
function learn(
  kind: AgentKind,
  episodes: readonly Experience[],
  { alpha, alphaVisits, alphaPower } = CONSTANT,
): (readonly number[])[] {
  const settings = {
    ...('discount' in kind.hyperparameters ? { discount: GAMMA } : {}),
    stepSize: alpha,
    stepSizeVisits: alphaVisits,
    stepSizePower: alphaPower,
    ...exploringAlways(EPSILON),
  };
  const agent = kind.create(experienceSpec(1), { key: 1, trainingDays: 100 }, settingsOf(kind, settings));
  for (const { days, left, end } of episodes) {
    for (const [t, { state, action, reward }] of days.entries()) {
      const last = t === days.length - 1;
      const step = timeStep(t === 0 ? 'first' : 'mid', [{ state }]);
      const next = { state: days[t + 1]?.state ?? end, reward, left: left && last };
      agent.update(step, Uint8Array.of(action), timeStep(last ? 'last' : 'mid', [next]));
    }
  }
  return Array.from({ length: STATES }, (_, state) => agent.actionValues!(state));
}

const best = ({ q, next }: Transition) => Math.max(...q[next]);
const average = ({ q, next }: Transition) => q[next].reduce((a, b) => a + b, 0) / q[next].length;
const followed = (transition: Transition) => (1 - EPSILON) * best(transition) + EPSILON * average(transition);

/** The equations of the book: what a value moves to, where the user has not left. */
const TARGETS: readonly (readonly [AgentKind, (transition: Transition) => number, boolean])[] = [
  [qLearning, (t) => t.day.reward + GAMMA * best(t), false],
  [expectedSarsa, (t) => t.day.reward + GAMMA * followed(t), false],
  [
    sarsa,
    (t) => t.day.reward + GAMMA * (t.nextAction === undefined ? followed(t) : t.q[t.next][t.nextAction]),
    true,
  ],
  [myopic, (t) => t.day.reward, false],
];

describe.each(TARGETS)('$name', (kind, target, waits) => {
  it.each([
    ['constant', CONSTANT],
    ['falling', FALLING],
  ])('learns from one user what the textbook update does slowly, with a %s step size', (_, steps) => {
    const ending = (t: Transition) => (t.left ? t.day.reward : target(t));
    fc.assert(
      fc.property(experiences, (episodes) => {
        const learned = learn(kind, episodes, steps).flat();
        const expected = learnSlowly(episodes, { ...steps, target: ending, waits }).flat();
        const worst = Math.max(...learned.map((value, k) => Math.abs(value - expected[k])));
        expect(worst).toBeLessThan(1e-10);
      }),
      { numRuns: 200 },
    );
  });
});

describe('one update, by hand', () => {
  // Days (0, 0) +2 → (1, 2) +4 → (0, 1) −1 → (1, …), cut off; α = 0.5, γ = 0.9, ε = 0.25.
  const days = [
    { state: 0, action: 0, reward: 2 },
    { state: 1, action: 2, reward: 4 },
    { state: 0, action: 1, reward: -1 },
  ];
  const episode = { days, left: false, end: 1 };

  it('q-learning moves each value half way to r + γ max Q', () => {
    // Q(0,0) = ½ (2 + 0) = 1; Q(1,2) = ½ (4 + 0.9 · 1) = 2.45; Q(0,1) = ½ (−1 + 0.9 · 2.45) = 0.6025
    const [zero, one] = learn(qLearning, [episode]);
    expect(zero).toEqual([1, expect.closeTo(0.6025, 12), 0]);
    expect(one).toEqual([0, 0, expect.closeTo(2.45, 12)]);
  });

  it('expected-sarsa moves them half way to r + γ Σ π Q', () => {
    // π Q(0) = ¾ · 1 + ¼ · ⅓ = 5/6; Q(1,2) = ½ (4 + 0.75) = 2.375; π Q(1) = ¾ · 2.375 + ¼ · 2.375 / 3
    const [zero, one] = learn(expectedSarsa, [episode]);
    expect(one[2]).toBeCloseTo(2.375, 12);
    expect(zero[1]).toBeCloseTo(0.5 * (-1 + 0.9 * (0.75 * 2.375 + 0.25 * (2.375 / 3))), 12);
  });

  it('sarsa moves them half way to r + γ Q of what was done next, before that moved itself', () => {
    // Q(0,0) = ½ (2 + 0.9 · Q(1,2) = 0) = 1; Q(1,2) = ½ (4 + 0.9 · Q(0,1) = 0) = 2
    const [zero, one] = learn(sarsa, [episode]);
    expect(zero[0]).toBeCloseTo(1, 12);
    expect(one[2]).toBeCloseTo(2, 12);
    // On the last day the transition before it has not been learned from yet: Q(1, ·) is still 0.
    expect(zero[1]).toBeCloseTo(-0.5, 12);
  });
});
