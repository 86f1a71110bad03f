import { expect, it } from 'vitest';
import { solved, stateWith, worth, written } from '../solved.ts';

/** Two towns that are never left, of which one is chosen; in each of them two ways to live. */
const MANY = `
horizon: 50
objective: { criterion: average }
state: { place: { value: 0, range: [0, 4] } }
actions:
  left: {}
  right: {}
day:
  from: place
  place: >-
    from == 0 ? (action == left ? 1 : 3)
    : from == 1 ? 2 : from == 2 ? (action == left ? 1 : bernoulli(0.25) ? 0 : 2)
    : from == 3 ? 4 : (action == left ? 4 : 3)
reward:
  earned: "from == 0 ? (action == left ? 100 : -100) : from == 1 ? 4 : from == 2 ? (action == left ? 0 : 2.5) : from == 3 ? 1 : (action == left ? 3 : 4.5)"
observe: { place: place }
`;

it('several closed components: the largest gain counts, whatever the way there costs', () => {
  const program = written(MANY);
  const result = solved(program);
  // 1, 2 with left: 2; waiting in 2 with chances to come back to 0 and its 100: (4 + 4 · 2.5 + 100) / 6 = 19
  expect(result.solution.optimum).toBeCloseTo(19, 12);
  expect([0, 1, 2].map((place) => stateWith(result, { place }).actions)).toEqual([
    ['left'],
    ['left', 'right'],
    ['right'],
  ]);
  // 3, 4 are never left: 3 for ever is more than (1 + 4.5) / 2.
  expect(stateWith(result, { place: 4 }).actions).toEqual(['left']);
});

it('a policy may end in different components from different states', () => {
  const program = written(MANY.replace('bernoulli(0.25) ? 0 : 2', '2').replace('value: 0', 'value: 0'));
  const result = solved(program);
  // left: 2.5 for ever in place 2; right: 3 for ever in place 4, after −100.
  expect(result.solution.optimum).toBeCloseTo(3, 12);
  expect(stateWith(result, { place: 0 }).actions).toEqual(['right']);
  expect(stateWith(result, { place: 2 }).actions).toEqual(['right']);
  expect(worth(program, result, 'always:left').value).toBeCloseTo(2, 12);
  expect(worth(program, result, 'always:right').value).toBeCloseTo(2.75, 12);
  expect(worth(program, result, 'random').value).toBeCloseTo(gainOfChance(), 12);
});

/** Half of the time in {1, 2}, half in {3, 4}; the shares of days in each by hand. */
function gainOfChance(): number {
  // 1 → 2; 2 → 1 or 2: two days in 2 for one in 1. 3 → 4; 4 → 4 or 3 likewise.
  const first = (4 + 2 * (0.5 * 0 + 0.5 * 2.5)) / 3;
  const second = (1 + 2 * (0.5 * 3 + 0.5 * 4.5)) / 3;
  return (first + second) / 2;
}

it('who may leave for good gains nothing in the long run, unless nobody has to', () => {
  const body = (ways: string) => `
horizon: 5
objective: { criterion: average }
actions: { stay: {}, sell: {} }
lifecycle: { here: { gone: ${ways} }, gone: {} }
reward: { earned: "action == sell ? 1000 : 0.5" }
observe: {}
`;
  const stays = solved(written(body('action == sell')));
  expect(stays.solution.optimum).toBe(0.5);
  expect(stays.states[0].actions).toEqual(['stay']);
  const leaves = solved(written(body('"action == sell ? 1 : 0.01"')));
  expect(leaves.solution.optimum).toBe(0);
  // Nothing is gained for ever; what is earned on the way decides.
  expect(leaves.states[0].actions).toEqual(['sell']);
  expect(leaves.states[0].value).toBe(1000);
});
