import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { load } from './smallScenario.ts';

const FOLDER = join(import.meta.dirname, '../../../scenarios');
const README = readFileSync(join(FOLDER, 'README.md'), 'utf8');

/** The first example under a heading of the documentation. */
function example(heading: string): string {
  return README.split(`\n## ${heading}\n`)[1].split('```yaml\n')[1].split('```')[0];
}

const START = 'title: t\nstory: s\nhorizon: 5\n';

describe('the documented example of', () => {
  it('vectors loads', () => {
    const { traits, observe } = load(START + example('Vectors'));
    expect(traits).toHaveLength(6);
    expect(observe[5]).toMatchObject({ name: 'satiation[6]', bins: [0.5] });
  });

  it('the calendar loads', () => {
    const rest = 'traits: { habit: 0 }\nactions: { none: {} }\nreward: { visit: visit }\nobserve: {}\n';
    const text = START + rest + example('Calendar and shocks');
    expect(load(text, { shockDay: 30 }).starts?.date).toBe('2026-09-07');
  });

  it('a variant loads, in little more than ten lines', () => {
    const text = example('A variant of another scenario');
    const file = join(temporaryFolder(), 'letters.yaml');
    writeFileSync(file, text);
    const shipped = { names: ['coupon-trap'], fileOf: (name: string) => join(FOLDER, `${name}.yaml`) };
    const { actions, observe, rules } = loadScenario(readScenarioFile(file, shipped));
    const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
    expect(text.split('\n').length).toBeLessThan(14);
    expect(names(actions)).toContain('letter');
    expect(names(rules)).not.toContain('weeklyMessages');
    expect(names(observe).slice(-2)).toEqual(['lastOrder', 'quiet']);
    expect(observe[observe.length - 1]).toMatchObject({ formula: { text: 'quiet' }, bins: [6, 13] });
  });
});
