import { ScenarioError } from '../../../environments/scenario/diagnostics.ts';
import { loadScenario } from '../../../environments/scenario/loadScenario.ts';
import type { Program } from '../../../environments/scenario/program.ts';

const SECTIONS = {
  title: 'title: A small shop',
  story: 'story: Somebody buys something.',
  horizon: 'horizon: 10',
  parameters: 'parameters: { gain: { value: 0.5, range: [0, 1] } }',
  segments: 'segments: { rare: { share: 0.75, rate: 0.1 }, often: { share: 0.25, rate: 0.6 } }',
  traits: 'traits: { frailty: "normal(0, 0.5)" }',
  state: 'state: { mood: 0.5, recency: { value: 0, range: [0, 5] } }',
  actions: 'actions: { none: { pull: 0 }, coupon: { family: promotion, cost: 0.1, pull: 1 } }',
  day: 'day:\n  visit: bernoulli(rate)\n  mood: clamp(mood + gain * action.pull, 0, 1)',
  lifecycle: 'lifecycle: { new: { loyal: visit, gone: 0.1 }, loyal: { gone: 0.01 }, gone: {} }',
  reward: 'reward: { visit: visit, cost: -action.cost }',
  observe: 'observe: { mood: { value: mood, bins: [0.2, 0.6] }, phase: stage }',
  metrics: 'metrics: { visits: visit }',
  rules: 'rules: { careful: { about: a test, choose: [{ when: mood < 0.5, do: coupon }] } }',
  checks: 'checks: [{ policy: none, metric: visits, between: [0, 9] }]',
} as const;

export type Sections = Partial<Record<keyof typeof SECTIONS | 'more', string>>;

/** A small valid scenario, with some sections written otherwise and `more` at its end. */
export function smallScenario(sections: Sections = {}): string {
  const texts = Object.entries({ ...SECTIONS, ...sections }).map(([, text]) => text);
  return texts.filter((text) => text !== '').join('\n');
}

/** Loads a text as `test.yaml`. */
export function load(text: string, overrides: Readonly<Record<string, number>> = {}): Program {
  return loadScenario({ name: 'test', file: 'test.yaml', text }, overrides);
}

/** The messages of every mistake in a text, with their places: none if it loads. */
export function problemsIn(text: string): string[] {
  try {
    load(text);
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split('\n');
    throw error;
  }
}

/**
 * Takes the marks « » out of a text.
 *
 * @returns the text, and the places of the marked tokens as messages begin: "test.yaml:3:14: "
 */
export function marked(text: string): { text: string; places: string[] } {
  const places: string[] = [];
  let plain = '';
  for (const part of text.split(/([«»])/)) {
    if (part === '«') {
      const lines = plain.split('\n');
      places.push(`test.yaml:${lines.length}:${lines[lines.length - 1].length + 1}: `);
    } else if (part !== '»') plain += part;
  }
  return { text: plain, places };
}
