import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

const namesOf = (words: readonly string[]) => readOptions(words).agents.map(({ name }) => name);

it('readOptions() of nothing: every part, Q-learning and the agents with dense networks, four engines', () => {
  const { quick, parts, engines, enginesAsked, rest } = readOptions([]);
  expect({ quick, enginesAsked, rest }).toEqual({ quick: false, enginesAsked: false, rest: [] });
  expect(parts).toEqual(['kernel', 'language', 'networks', 'agents', 'elsewhere', 'command']);
  expect(engines).toEqual(['simd', 'wasm', 'cpu', 'native']);
  expect(namesOf([])).toEqual(expect.arrayContaining(['q-learning', 'dqn', 'ppo']));
  expect(namesOf([])).not.toContain('dqn-history');
});

it('readOptions() takes its own options out and leaves the others', () => {
  const words = ['shop.yaml', '--quick', '--agents=ppo', '--users', '5', '--engines', 'simd,plain', '--json'];
  const { quick, engines, enginesAsked, rest } = readOptions(words);
  expect({ quick, engines, enginesAsked }).toEqual({
    quick: true,
    engines: ['simd', 'plain'],
    enginesAsked: true,
  });
  expect(namesOf(words)).toEqual(['ppo']);
  expect(rest).toEqual(['shop.yaml', '--users', '5', '--json']);
});

it('readOptions() refuses what does not exist', () => {
  expect(() => readOptions(['--only', 'kernels'])).toThrow('--only: expected some of kernel, language');
  expect(() => readOptions(['--engines', 'gpu'])).toThrow('got "gpu"');
  expect(() => readOptions(['--agents'])).toThrow('--agents: expected some of q-learning');
});
