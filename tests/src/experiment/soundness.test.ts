import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import { unsound } from '../../../src/experiment/soundness.ts';

const FOLDER = join(import.meta.dirname, '../../../scenarios');
const SHIPPED = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.yaml'),
);

function load(day: string, more = '') {
  const text = `title: t
story: s
horizon: 5
traits: { taste: { length: 3, draw: "normal(0, 1)" } }
actions: { none: { topic: 0 }, one: { topic: 1 } }
day:
${day}
reward: { r: 1 }
observe: { day: day }
${more}`;
  return loadScenario({ name: 'sound', file: 'sound.yaml', text });
}

describe('unsound(program)', () => {
  it('finds a read outside of a vector, and the draw that it decided', () => {
    const found = unsound(load('  pull: "taste[action.topic]"\n  visit: bernoulli(pull)'));
    expect(found.map(({ place, action, input }) => [place, action, input])).toEqual([
      ['day.pull', 'none', undefined],
      ['day.visit', 'none', 'pull'],
    ]);
  });

  it('finds nothing where the read is guarded', () => {
    expect(unsound(load('  pull: "action == none ? 0 : taste[action.topic]"'))).toEqual([]);
  });

  it.each(SHIPPED)('finds nothing in %s', (file) => {
    expect(unsound(loadScenario(readScenarioFile(join(FOLDER, file))))).toEqual([]);
  });
});
