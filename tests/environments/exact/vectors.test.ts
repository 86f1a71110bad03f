import { describe, expect, it } from 'vitest';
import { describeState } from '../../../environments/exact/describeState.ts';
import { whyNotFinite } from '../../../environments/exact/finite.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { worthOf } from '../../../src/experiment/exactResult.ts';
import { optimalPolicy } from '../../../src/experiment/optimalPolicy.ts';
import { policyNamed, solved, written } from './solved.ts';

/** A policy, or one that is made for a population. */
type Played = Parameters<typeof evaluate>[1];

/** Two topics that tire: a topic that was shown is worth less until it has rested. */
const SATIATION = `horizon: 8
traits: { liked: "categorical(2, 1)" }
state:
  tired: { length: 2, value: 0, range: [0, 2] }
  known: { length: 2, value: "index == liked", values: [0, 1] }
actions: { none: { topic: 0 }, first: { topic: 1 }, second: { topic: 2 } }
day:
  pull: { length: 2, value: "0.6 * known[index] + 0.3 - 0.2 * tired[index]" }
  chance: (action != none) * pull[action.topic]
  visit: bernoulli(chance)
  tired: clamp(tired[index] + 2 * (action.topic == index) - 1, 0, 2)
lifecycle: { here: { gone: 0.05 * (sum(tired) > 2) }, gone: {} }
reward: { visit: visit, cost: "-0.1 * (action != none)" }
observe: { tired: tired, liked: "max(known)" }
rules: { turns: { about: shows what is rested, choose: [{ when: "tired[1] == min(tired)", do: first }, { do: second }] } }`;

/** The same with every element written out by hand. */
const BY_HAND = SATIATION.replace(
  /state:[\s\S]*actions:/,
  `state:
  tired1: { value: 0, range: [0, 2] }
  tired2: { value: 0, range: [0, 2] }
  known1: { value: 1 == liked, values: [0, 1] }
  known2: { value: 2 == liked, values: [0, 1] }
actions:`,
)
  .replace(
    / {2}pull:.*\n/,
    '  pull1: 0.6 * known1 + 0.3 - 0.2 * tired1\n  pull2: 0.6 * known2 + 0.3 - 0.2 * tired2\n',
  )
  .replace('pull[action.topic]', '(action == first ? pull1 : pull2)')
  .replace(/chance: (.*)/, 'chance: "$1"')
  .replace(
    / {2}tired: clamp.*\n/,
    [1, 2].map((k) => `  tired${k}: clamp(tired${k} + 2 * (action.topic == ${k}) - 1, 0, 2)\n`).join(''),
  )
  .replace('sum(tired)', '(tired1 + tired2)')
  .replace(
    'tired: tired, liked: "max(known)"',
    'tired1: tired1, tired2: tired2, liked: "max(known1, known2)"',
  )
  .replace('tired[1] == min(tired)', 'tired1 == min(tired1, tired2)');

const program = written(SATIATION);
const result = solved(program);

describe('a finite world with vectors', () => {
  it('has the states and the optimum of the same world written out by hand', () => {
    const byHand = solved(written(BY_HAND));
    expect(result.process.states).toEqual(byHand.process.states);
    expect(result.solution.optimum).toBeCloseTo(byHand.solution.optimum, 12);
    expect(result.process.states.length).toBeGreaterThan(8);
  });

  it('is simulated as it is solved', () => {
    const worths: [string, Played, number][] = [
      ...['random', 'turns', 'always:first'].map((name): [string, Played, number] => [
        name,
        policyNamed(program, name),
        worthOf(result, name, policyNamed(program, name)).value,
      ]),
      ['optimal', optimalPolicy(result.process, result.solution, program.horizon), result.solution.optimum],
    ];
    for (const [name, policy, exact] of worths) {
      const { values } = evaluate(program, policy, { users: 4_000, seed: name }).metrics[0];
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      expect(Math.abs(mean - exact) / Math.sqrt(variance / values.length), name).toBeLessThan(4);
    }
  });

  it('names the elements of a state', () => {
    expect(describeState(result.process, program, result.process.states[0])).toMatchObject({
      'tired[1]': 0,
      'tired[2]': 0,
      'known[1]': 1,
      'known[2]': 0,
    });
  });
});

describe('a world that is not finite', () => {
  const why = (day: string, reward = '1') =>
    whyNotFinite(
      written(`horizon: 3
tables: { line: [1, 2, 4] }
state: { heat: { length: 3, value: 0, range: [0, 2] }, open: { length: 2, value: 0 } }
actions: { none: {} }
day: { noise: { length: 3, value: "normal(index, 1)" }, ${day} }
reward: { r: "${reward}" }
observe: {}`),
    );

  it('is one where a vector has no domain, told for each element', () => {
    expect(why('open: "open[index] + 1"')).toEqual([
      'state variable open[1] has no declared domain; give it values or a range',
      'state variable open[2] has no declared domain; give it values or a range',
    ]);
  });

  it('is one where a place or an element is drawn out of endlessly many and it bends what is earned', () => {
    expect(why('a: 0', 'noise[2] + sum(noise)')).toEqual([]);
    expect(why('at: "categorical(1, 1)"', 'noise[at]')).toEqual([]);
    expect(why('a: 0', 'max(noise)').length).toBeGreaterThan(0);
    expect(why('at: "1 + floor(abs(noise[1]))"', 'heat[at]').join()).toContain('reward.r depends on it');
    expect(why('at: "1 + floor(abs(noise[1]))"', 'line[at]').join()).toContain('reward.r depends on it');
  });
});
