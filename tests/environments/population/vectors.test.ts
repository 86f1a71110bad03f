import { describe, expect, it } from 'vitest';
import { printDay } from '../../../environments/population/printKernel.ts';
import { load } from '../scenario/smallScenario.ts';
import { vectorScenario } from '../scenario/vectorScenario.ts';
import { compareReadings } from './compareReadings.ts';

/** Places of a vector with three elements; `mood` changes from day to day. */
const PLACES = [
  ...['second', 'second + 1', 'second + 2', 'second - 2', 'second / 4'],
  ...['action.topic', 'action.topic + 1', 'action.topic + 2', 'action.topic - 1', '-action.topic'],
  ...['action.topic / 2', '1 + action.topic / 6', '1 + 2 * mood', '3 * mood', '1 / (action.topic - 1)'],
];

const program = (...vectors: string[]) => {
  const reads = vectors.flatMap((vector) => PLACES.map((place) => `${vector}[${place}]`));
  // What is no number counts as neither above nor below.
  const metrics = reads.map(
    (read, k) => `  read${k}: "(${read} > 0.4) * ${read} - 10 * not (${read} <= 0.4)"`,
  );
  return load(vectorScenario({ metrics: `metrics:\n${metrics.join('\n')}` }));
};

describe('an element at a computed place', () => {
  it('is in the kernel what it is in the explanation, in the vector and outside of it', () => {
    const lives = {
      users: 12,
      days: 6,
      seed: 'places',
      action: (user: number, day: number) => (user + day) % 3,
    };
    expect(compareReadings({ program: program('taste', 'heat', 'pull'), ...lives })).toBe('same');
  });

  it('is read from its column where nothing was set today, and chosen from what was set otherwise', () => {
    const source = (vector: string) => printDay(program(vector), { measured: true }).source;
    expect(source('taste')).toMatch(/v_taste\[p\d+ \* users \+ i\]/);
    expect(source('heat')).not.toMatch(/v_heat\[/);
    expect(source('pull')).not.toMatch(/v_pull/);
  });

  it('is read by names of our own only', () => {
    const words = printDay(program('taste'), { measured: true }).source.match(/[A-Za-z_$][\w$]*/g);
    for (const word of ['c_taste$3', 'v_heat']) expect(words).toContain(word);
    for (const word of ['taste', 'heat', 'pull', 'index']) expect(words).not.toContain(word);
  });
});
