import { expect, test } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { ALPHA, chiSquarePValue } from '../random/pValues.ts';
import { load, smallScenario } from '../scenario/smallScenario.ts';

const USERS = 20_000;

function counts(shares: readonly number[]): number[] {
  const rows = shares.map((share, k) => `s${k}: { share: ${share}, rate: 0.1 }`);
  const text = smallScenario({ segments: `segments: { ${rows.join(', ')} }` });
  const environment = new PopulationEnvironment(load(text), { users: USERS });
  environment.reset('segments');
  return shares.map((_, k) => environment.segments.filter((segment) => segment === k).length);
}

test('segments get their shares of the population', () => {
  const shares = [0.5, 0.25, 0.2, 0.05];
  expect(
    chiSquarePValue(
      counts(shares),
      shares.map((share) => share * USERS),
    ),
  ).toBeGreaterThan(ALPHA);
});

test('a segment without a share gets nobody, also as the last one', () => {
  expect(counts([0, 1, 0])).toEqual([0, USERS, 0]);
  expect(counts([0.3333333, 0.3333333, 0.3333333, 0])[3]).toBe(0);
});
