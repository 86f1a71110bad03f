import { type Sections, smallScenario } from './smallScenario.ts';

/** A small scenario with a vector of each kind: drawn, carried, computed and observed. */
export const VECTORS: Sections = {
  parameters: 'parameters: { gain: 0.5, second: 2 }',
  more: 'tables: { weight: [4, 2, 1] }',
  traits: 'traits: { taste: { length: 3, draw: "normal(index, 0.5)" } }',
  state: 'state: { heat: { length: 3, value: "index / 4", about: shown lately }, mood: 0.5 }',
  actions: 'actions: { none: { topic: 0 }, one: { topic: 1 }, two: { topic: 2 } }',
  day: `day:
  liked: (action != none) * taste[action.topic]
  pull: { length: 3, value: "taste[index] - heat[index]" }
  visit: bernoulli(0.5)
  heat: gain * heat[index] + (action.topic == index)
  mood: clamp(max(pull) / 4, 0, 1)`,
  lifecycle: 'lifecycle: { new: { loyal: 0.25, gone: 0.1 }, loyal: { gone: 0.01 }, gone: {} }',
  reward: 'reward: { visit: visit, cost: -action.cost }',
  observe: 'observe: { heat: { value: heat, bins: [0.5] }, even: { length: 2, value: "pull[index + 1]" } }',
  metrics: 'metrics: { visits: visit }',
  checks: '',
  rules: 'rules: { cool: { about: a test, choose: [{ when: "heat[1] == min(heat)", do: one }] } }',
};

/** The same with some sections written otherwise. */
export function vectorScenario(sections: Sections = {}): string {
  return smallScenario({ ...VECTORS, ...sections });
}
