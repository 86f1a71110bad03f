import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { observeEverything } from '../../../environments/scenario/observeEverything.ts';
import { load, type Sections, smallScenario } from './smallScenario.ts';

const everything = (sections: Sections = {}) =>
  new PopulationEnvironment(observeEverything(load(smallScenario(sections))), { users: 30 });

describe('observeEverything(program)', () => {
  it('adds stage, segment, traits and state to what is observed, once each', () => {
    const { features, bins } = everything().spec;
    expect(features).toEqual([
      ...['mood', 'phase=new', 'phase=loyal', 'phase=gone'],
      ...['stage=new', 'stage=loyal', 'stage=gone', 'segment=rare', 'segment=often', 'frailty', 'recency'],
    ]);
    expect(bins.map(({ name, count }) => [name, count])).toEqual([
      ['mood', 3],
      ['phase', 3],
      ['stage', 3],
      ['segment', 2],
      ['recency', 6],
    ]);
  });

  it('shows the values themselves', () => {
    const environment = everything({ state: 'state: { mood: 0.5, recency: 3 }' });
    environment.reset('all');
    const { features } = environment.step(new Uint8Array(30).fill(1)).observation;
    for (let i = 0; i < 30; i++) {
      const row = features.subarray(11 * i, 11 * i + 11);
      expect(row[4 + environment.stages[i]]).toBe(1);
      expect(row[7 + environment.segments[i]]).toBe(1);
      expect(row[9]).toBe(environment.column('frailty')[i]);
      expect(row[10]).toBe(3);
    }
  });

  it("changes nobody's life", () => {
    const [full, plain] = [everything(), new PopulationEnvironment(load(smallScenario()), { users: 30 })];
    for (const environment of [full, plain]) {
      environment.reset('all');
      for (let day = 0; day < 5; day++) environment.step(new Uint8Array(30));
    }
    expect(full.column('mood')).toEqual(plain.column('mood'));
    expect(full.stages).toEqual(plain.stages);
  });

  it('shows as numbers only what would make too many bins or states', () => {
    const domains = ['a', 'b', 'c', 'd'].map((name) => `${name}: { value: 1, range: [0, 99] }`);
    const { spec } = everything({
      state: `state: { mood: 0, recency: 0, long: { value: 0, range: [0, 5000] }, ${domains.join(', ')} }`,
    });
    expect(spec.features).toContain('long');
    expect(spec.bins.map(({ name }) => name)).toEqual(['mood', 'phase', 'stage', 'segment', 'a', 'b']);
    expect(spec.stateCount).toBeLessThanOrEqual(1_000_000);
  });
});
