import { describe, expect, it } from 'vitest';
import { AGENTS, policiesOf } from '../../agents/index.ts';
import { choicesOf, mixedObservation } from '../contracts/policyContract.ts';
import { INVEST, REST, restInvestLeave } from '../support/restInvestLeave.ts';

const { spec } = restInvestLeave(10, 5);

function policy(name: string) {
  return policiesOf(spec)
    .find((kind) => kind.name === name)!
    .create(spec, { key: 1 });
}

describe('AGENTS', () => {
  it('have names of their own, that are no names of policies, and say where they come from', () => {
    const names = [...AGENTS, ...policiesOf(spec)].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { source, about } of AGENTS)
      expect([source, about].filter((text) => text.length < 10)).toEqual([]);
  });
});

describe('policiesOf(spec)', () => {
  it('has nothing, chance, every action, and the rules of the world', () => {
    expect(policiesOf(spec).map(({ name }) => name)).toEqual([
      'none',
      'random',
      'always:rest',
      'always:invest',
      'always:leave',
      'prudent',
    ]);
  });

  it('none takes the first action and always:invest its own for everyone who is there', () => {
    const observation = mixedObservation(10);
    expect(choicesOf(policy('none'), observation)).toEqual(Array(10).fill(REST));
    const invested = [...observation.active].map((active) => (active === 1 ? INVEST : REST));
    expect(choicesOf(policy('always:invest'), observation)).toEqual(invested);
  });

  it('a rule of the world decides by what it observes', () => {
    const observation = mixedObservation(10);
    const chosen = choicesOf(policy('prudent'), observation);
    const expected = [...observation.states].map((state, i) =>
      observation.active[i] === 1 && state === 0 ? INVEST : REST,
    );
    expect(chosen).toEqual(expected);
    expect(new Set(chosen).size).toBe(2);
  });
});
