import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  PopulationEnvironment,
  SimulationError,
} from '../../../environments/population/populationEnvironment.ts';
import { ScenarioError } from '../../../environments/scenario/diagnostics.ts';
import { load, smallScenario } from './smallScenario.ts';

const EXAMPLE = readFileSync(join(import.meta.dirname, '../../fixtures/architecture-example.yaml'), 'utf8');

/** Loads a text and, if it is valid, lives a day in it. Anything but the two kinds of error comes out. */
function loadAndLive(text: string): 'lived' | 'refused' {
  try {
    const environment = new PopulationEnvironment(load(text), { users: 2 });
    environment.reset('fuzz');
    environment.step(Uint8Array.of(0, 0));
    return 'lived';
  } catch (error) {
    if (error instanceof ScenarioError) return 'refused';
    if (error instanceof SimulationError) return 'lived';
    throw error;
  }
}

const TOKENS = [
  ...[
    'mood',
    'visit',
    'rate',
    'gain',
    'stage',
    'loyal',
    'segment',
    'often',
    'action',
    '.pull',
    '.family',
    'day',
  ],
  ...[
    '+',
    '-',
    '*',
    '/',
    '^',
    'mod',
    '%',
    '<',
    '<=',
    '==',
    '!=',
    'and',
    'or',
    'xor',
    'not',
    '?',
    ':',
    '(',
    ')',
  ],
  ...[
    ',',
    '=',
    '[',
    ']',
    '{',
    '}',
    '!',
    "'",
    '"',
    ';',
    '#',
    '&',
    '|',
    '~',
    '.',
    '..',
    '->',
    'to',
    'in',
    ' ',
    '\n',
  ],
  ...[
    '1',
    '0',
    '2',
    '0.5',
    '1e3',
    '1e999',
    'true',
    'false',
    'NaN',
    'i',
    'end',
    'constructor',
    '__proto__',
    'ä',
  ],
  ...['exp(', 'min(', 'clamp(', 'bernoulli(', 'normal(', 'gamma(', 'categorical(', 'log(', 'f(x)'],
];

test('any formula of random tokens is refused or lives', () => {
  const outcomes = { lived: 0, refused: 0 };
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...TOKENS), { minLength: 1, maxLength: 6 }), (tokens) => {
      const formula = JSON.stringify(tokens.join(' ').replace(' .', '.'));
      const day = `day:\n  visit: bernoulli(rate)\n  mood: ${formula}`;
      outcomes[loadAndLive(smallScenario({ day }))]++;
    }),
    { numRuns: 300, seed: 5 },
  );
  expect(outcomes.lived).toBeGreaterThan(3);
  expect(outcomes.refused).toBeGreaterThan(150);
});

test('any small change of a valid file is refused or lives', () => {
  const pieces = [
    '',
    ' ',
    '\n',
    ':',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '#',
    '- ',
    '0',
    '-',
    '.',
    'x',
    '&a ',
    '*a',
    '!!x ',
    '\t',
  ];
  const outcomes = { lived: 0, refused: 0 };
  fc.assert(
    fc.property(fc.nat(EXAMPLE.length - 1), fc.nat(4), fc.constantFrom(...pieces), (at, removed, piece) => {
      outcomes[loadAndLive(EXAMPLE.slice(0, at) + piece + EXAMPLE.slice(at + removed))]++;
    }),
    { numRuns: 120, seed: 6 },
  );
  expect(outcomes.lived).toBeGreaterThan(10);
  expect(outcomes.refused).toBeGreaterThan(40);
});
