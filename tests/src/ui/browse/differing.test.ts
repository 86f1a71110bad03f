import { describe, expect, it } from 'vitest';
import { allSettings } from '../../../../src/ui/browse/allSettings.ts';
import { differing } from '../../../../src/ui/browse/differing.ts';

describe('differing()', () => {
  it('names what two have with different values, in the order of first occurrence', () => {
    const all = [
      { seed: '1', users: '10', rate: '0.5' },
      { seed: '1', users: '20', rate: '0.5' },
      { seed: '2', users: '10', rate: '0.5' },
    ];
    expect(differing(all)).toEqual(['seed', 'users']);
  });

  it('does not name what only some have, as that follows from what they are', () => {
    expect(differing([{ seed: '1', lambda: '0.9' }, { seed: '1' }])).toEqual([]);
    expect(differing([{ lambda: '0.9' }, {}, { lambda: '0.8' }])).toEqual(['lambda']);
  });

  it('finds nothing where there is nothing to compare', () => {
    expect(differing([])).toEqual([]);
    expect(differing([{ seed: '1' }])).toEqual([]);
  });
});

describe('allSettings()', () => {
  it("calls a scenario's parameter and an agent's setting of one name differently, in every run", () => {
    const settings = {
      training: { seed: '1' },
      scenario: { discount: '0.1' },
      agent: { discount: '0.97', rate: '1' },
    };
    expect(Object.entries(allSettings(settings))).toEqual([
      ['seed', '1'],
      ['scenario.discount', '0.1'],
      ['discount', '0.97'],
      ['rate', '1'],
    ]);
    const settingOfAgent = { training: {}, scenario: {}, agent: { discount: '0.97' } };
    const parameter = { training: {}, scenario: { discount: '0.1' }, agent: {} };
    expect(differing([settings, settingOfAgent, parameter].map(allSettings))).toEqual([]);
  });
});
