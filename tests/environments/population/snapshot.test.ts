import { describe, expect, it } from 'vitest';
import type { TimeStep } from '../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { exampleProgram } from './exampleProgram.ts';

const USERS = 50;
const PROGRAM = { ...exampleProgram(), horizon: 12 };
const make = () => new PopulationEnvironment(PROGRAM, { users: USERS, measured: true });

function live(environment: PopulationEnvironment, days: number): void {
  const actionOn = (i: number) => (i + environment.day) % 4;
  for (let day = 0; day < days; day++)
    environment.step(Uint8Array.from({ length: USERS }, (_, i) => actionOn(i)));
}

const bytes = (environment: PopulationEnvironment) => Buffer.from(environment.snapshot().bytes);

function content({ stepType, day, rewards, discounts, observation }: TimeStep) {
  const { features, states, active } = observation;
  return [stepType, day, ...[rewards, discounts, features, states, active].map((array) => [...array])];
}

describe('restore(snapshot)', () => {
  const environment = make();
  environment.reset('snap');
  live(environment, 5);
  const evening = environment.snapshot();
  live(environment, 7);
  const end = bytes(environment);

  it('continues to the same bytes, in the same environment and in a new one', () => {
    for (const each of [environment, make()]) {
      each.restore(evening);
      expect(each.day).toBe(5);
      live(each, 7);
      expect(bytes(each).equals(end)).toBe(true);
    }
  });

  it('continues to the same bytes in an environment that lived with another seed', () => {
    const other = make();
    other.reset('other');
    live(other, 8);
    other.restore(evening);
    live(other, 7);
    expect(bytes(other).equals(end)).toBe(true);
  });

  it('gives the time step of that evening', () => {
    const again = make();
    again.reset('snap');
    live(again, 4);
    const step = content(again.step(Uint8Array.from({ length: USERS }, (_, i) => (i + 4) % 4)));
    expect(content(make().restore(evening))).toEqual(step);
  });

  it('gives the first step before the first day and the last on the horizon', () => {
    const again = make();
    again.reset('snap');
    expect(make().restore(again.snapshot()).stepType).toBe('first');
    live(again, 12);
    const restored = make();
    expect(restored.restore(again.snapshot()).stepType).toBe('last');
    expect(() => live(restored, 1)).toThrow('the episode ended');
  });
});

describe('snapshot()', () => {
  it('is a copy that does not change as the days go on', () => {
    const environment = make();
    environment.reset('snap');
    const morning = environment.snapshot();
    const kept = Buffer.from(morning.bytes.slice(0));
    live(environment, 3);
    expect(Buffer.from(morning.bytes).equals(kept)).toBe(true);
    expect(bytes(environment).equals(kept)).toBe(false);
  });
});
