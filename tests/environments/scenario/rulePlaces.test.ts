import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../environments/scenario/loadScenario.ts';
import { rulePlaces } from '../../../environments/scenario/rulePlaces.ts';
import { findScenario, shippedScenarios } from '../../../src/cli/scenarioFiles.ts';
import { smallScenario } from './smallScenario.ts';

describe('rulePlaces(source, rule)', () => {
  it.each(shippedScenarios())('finds the line with the condition: %s', (name) => {
    const source = findScenario(name);
    const texts = new Map(
      [source, ...(source.bases ?? [])].map(({ file, text }) => [file, text.split('\n')]),
    );
    for (const rule of loadScenario(source).rules) {
      const places = rulePlaces(source, rule);
      expect(places).toHaveLength(rule.choices.length);
      for (const [k, { file, line }] of places.entries()) {
        const text = texts.get(file)?.[line - 1];
        expect(text, `${rule.name}, line ${k + 1}`).toContain(rule.choices[k].when?.text ?? 'do:');
      }
    }
  });

  it('finds the file that a line comes from', () => {
    const base = { name: 'base', file: 'there/base.yaml', text: smallScenario() };
    const own =
      'rules:\n  bold:\n    about: x\n    choose:\n      - { when: mood > 0.1, do: none }\n      - { do: coupon }';
    const source = { name: 'own', file: 'own.yaml', text: `extends: base\n${own}`, bases: [base] };
    const [careful, bold] = loadScenario(source).rules;
    const line =
      smallScenario()
        .split('\n')
        .findIndex((text) => text.startsWith('rules')) + 1;
    expect(rulePlaces(source, careful)).toEqual([{ file: 'there/base.yaml', line }]);
    expect(rulePlaces(source, bold)).toEqual([
      { file: 'own.yaml', line: 6 },
      { file: 'own.yaml', line: 7 },
    ]);
  });
});
