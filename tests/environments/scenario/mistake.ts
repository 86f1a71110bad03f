import { expect } from 'vitest';
import { marked, problemsIn, type Sections, smallScenario } from './smallScenario.ts';

/** What is wrong, a scenario with it (« » mark where the message shall point), and the message. */
export type Mistake = readonly [title: string, sections: Sections, message: string];

/** Expects a scenario to be refused for this one reason, told with its place. */
export function expectMistake(sections: Sections, message: string): void {
  const { text, places } = marked(smallScenario(sections));
  expect(places).toHaveLength(1);
  expect(problemsIn(text)).toEqual([places[0] + message]);
}
