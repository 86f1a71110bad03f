import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { fixture } from './openWorld.ts';

const program = fixture('open-shop');
const [DAY, COPIES] = [9, 6];

/** A user lifted out of a population on an evening, with what its life was from there on. */
function lifted(row: number) {
  const environment = new PopulationEnvironment(program, { users: 20 });
  environment.reset('planted');
  while (environment.day < DAY) environment.step(new Uint8Array(environment.spec.users));
  const planted = environment.lift(row);
  const moods: number[] = [];
  while (environment.day < program.horizon) {
    environment.step(new Uint8Array(environment.spec.users));
    moods.push(environment.column('mood')[row]);
  }
  return { planted, moods, stays: environment.stages[row] === 0 };
}

/** The moods of all copies, evening after evening. */
function livedOn(world: PopulationEnvironment): number[][] {
  const days: number[][] = [];
  while (world.day < program.horizon) {
    world.step(new Uint8Array(COPIES));
    days.push([...world.column('mood')]);
  }
  return days;
}

describe('plant(seed, user)', () => {
  const rows = Array.from({ length: 20 }, (_, row) => lifted(row));
  const { planted, moods } = rows.find(({ stays }) => stays)!;
  const world = new PopulationEnvironment(program, { users: COPIES, alone: true });

  it('puts the user in every row, where it lives on as it did among the others', () => {
    const { day, observation } = world.plant('planted', planted);
    expect([day, [...observation.active]]).toEqual([DAY, [1, 1, 1, 1, 1, 1]]);
    expect(livedOn(world)).toEqual(moods.map((mood) => new Array(COPIES).fill(mood)));
  });

  it('gives other birth keys another luck from there on, and takes nothing from what was', () => {
    world.plant('planted', planted);
    const before = ['taste', 'mood'].map((name) => [...world.column(name)]);
    world.births.set([world.births[0], 1, 2, 3, 4, 5]);
    expect(['taste', 'mood'].map((name) => [...world.column(name)])).toEqual(before);
    const days = livedOn(world);
    expect(days.map(([own]) => own)).toEqual(moods);
    expect(new Set(days[0]).size).toBe(COPIES);
    expect([...world.column('taste')]).toEqual(before[0]);
  });
});

describe('plantEach(seed, users)', () => {
  const { planted } = lifted(0);
  const world = new PopulationEnvironment(program, { users: 3, alone: true });

  it('takes one user for each row', () => {
    expect(world.plantEach('planted', [planted, planted, planted]).day).toBe(DAY);
    for (const users of [[], [planted, planted], new Array(4).fill(planted)])
      expect(() => world.plantEach('planted', users)).toThrow(
        new RangeError(`expected 3 users, one for each row, got ${users.length}`),
      );
  });

  it('takes users of one evening', () => {
    expect(() => world.plantEach('planted', [planted, planted, { ...planted, day: 4 }])).toThrow(
      new RangeError('expected users of one evening, got some of day 9 and of day 4'),
    );
  });
});
