import { expect, test } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { drawKey, drawWord, uniformDraw } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import { streamKey } from '../../../environments/random/streams.ts';
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
});

test('a draw beyond shares that add up to a little less than 1 falls into the last share that is one', () => {
  const shares = 'a: { share: 0.49999955, rate: 0.1 }, b: { share: 0.49999955, rate: 0.1 }';
  const text = smallScenario({
    segments: `segments: { ${shares}, often: { share: 0, rate: 0.1 } }`,
  });
  const environment = new PopulationEnvironment(load(text), { users: 1, firstUser: userDrawing(0.9999991) });
  environment.reset('segments');
  expect(environment.segments[0]).toBe(1);
});

/** A user whose segment is decided by a uniform of at least `least`. */
function userDrawing(least: number): number {
  const arrival = drawKey(purposeOf('founders'), 0, 0);
  const { a, b } = drawKey(streamKey('segments', 'population'), 0, purposeOf('segment'));
  let user = 0;
  while (uniformDraw(drawWord(user, arrival.a, arrival.b), a, b) < least) user++;
  return user;
}
