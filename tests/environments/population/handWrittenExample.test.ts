import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { standardNormal } from '../../../environments/random/distributions/normal.ts';
import { drawKey, drawWord, uniformDraw } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import { streamKey } from '../../../environments/random/streams.ts';
import { exampleProgram } from './exampleProgram.ts';

const USERS = 60;
const DAYS = 90;
const SEED = 'by hand';
const [NEW, ACTIVE, DORMANT, CHURNED] = [0, 1, 2, 3];
const CONTACT = [0, 0.3, 0.6, 0.4];
const PULL = [0, 0.5, 0.7, 0.5];
const DISCOUNT = [0, 0, 0, 0.2];
const COST = [0, 0.01, 0.02, 0.05];

interface Shopper {
  birth: number;
  base: number;
  price: number;
  frailty: number;
  satisfaction: number;
  fatigue: number;
  habit: number;
  recency: number;
  stage: number;
  reward: number;
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const clamp01 = (x: number): number => Math.min(Math.max(x, 0), 1);

function uniform(birth: number, day: number, name: string): number {
  const { a, b } = drawKey(streamKey(SEED, 'population'), day, purposeOf(name));
  return uniformDraw(birth, a, b);
}

function born(user: number): Shopper {
  const { a, b } = drawKey(purposeOf('founders'), 0, 0);
  const birth = drawWord(user, a, b);
  const bargain = uniform(birth, 0, 'segment') < 0.35;
  return {
    birth,
    base: bargain ? -1.6 : -0.7,
    price: bargain ? 1.6 : 0.3,
    frailty: Math.fround(0.5 * standardNormal(uniform(birth, 0, 'traits.frailty/0'))),
    satisfaction: Math.fround(0.6),
    fatigue: 0,
    habit: 0,
    recency: 0,
    stage: NEW,
    reward: 0,
  };
}

/** The day of the example as its file tells it, in the order of the file. */
function live(s: Shopper, day: number, action: number): void {
  const u = (name: string) => uniform(s.birth, day, name);
  const fatigue = 0.85 * s.fatigue + CONTACT[action];
  const wish = s.base + s.frailty + 1.5 * (s.satisfaction - 0.5) + PULL[action] * (1 - fatigue / 2);
  const visit = u('day.visit/0') < logistic(wish + s.price * (3 * DISCOUNT[action] - s.habit));
  const buys = u('day.purchase/0') < logistic(s.price * (4 * DISCOUNT[action] - s.habit) - 1);
  const purchase = visit && buys ? 1 : 0;
  const habit = clamp01(0.97 * s.habit + 0.5 * purchase * DISCOUNT[action]);
  const joy = visit ? 0.01 + 0.05 * standardNormal(u('day.satisfaction/0')) : 0;
  const satisfaction = clamp01(s.satisfaction + joy - 0.02 * Math.max(fatigue - 1, 0));
  const recency = visit ? 0 : s.recency + 1;
  const ways = waysOut(s.stage, { visit, day, recency, satisfaction });
  let sum = 0;
  const taken = ways.find(([, probability]) => u('lifecycle') < (sum += probability));
  s.stage = taken ? taken[0] : s.stage;
  s.reward = 0.05 * (s.stage === CHURNED ? 0 : 1) + purchase * (1 - 3 * DISCOUNT[action]) - COST[action];
  s.fatigue = Math.fround(fatigue);
  s.habit = Math.fround(habit);
  s.satisfaction = Math.fround(satisfaction);
  s.recency = recency;
}

interface Evening {
  readonly visit: boolean;
  readonly day: number;
  readonly recency: number;
  readonly satisfaction: number;
}

function waysOut(
  stage: number,
  { visit, day, recency, satisfaction }: Evening,
): [to: number, probability: number][] {
  if (stage === NEW)
    return [
      [ACTIVE, visit && day > 3 ? 1 : 0],
      [DORMANT, recency > 7 ? 1 : 0],
      [CHURNED, 0.01 * Math.exp(2 * (0.6 - satisfaction))],
    ];
  if (stage === ACTIVE)
    return [
      [DORMANT, recency > 14 ? 1 : 0],
      [CHURNED, 0.004 * Math.exp(3 * (0.6 - satisfaction))],
    ];
  return [
    [ACTIVE, visit ? 1 : 0],
    [CHURNED, 0.03],
  ];
}

describe('the example of the architecture, written by hand', () => {
  it(`is what the kernel does with ${USERS} shoppers for ${DAYS} days`, () => {
    const environment = new PopulationEnvironment(exampleProgram(), { users: USERS });
    const shoppers = Array.from({ length: USERS }, (_, user) => born(user));
    environment.reset(SEED);
    const seen = new Set<number>();
    for (let day = 1; day <= DAYS; day++) {
      const actions = Uint8Array.from({ length: USERS }, (_, i) => (i + Math.floor(day / 3)) % 4);
      const { rewards, discounts } = environment.step(actions);
      for (const [i, s] of shoppers.entries()) {
        const gone = s.stage === CHURNED;
        if (gone) s.reward = 0;
        else live(s, day, actions[i]);
        seen.add(s.stage);
        const where = `day ${day}, shopper ${i}`;
        expect(environment.stages[i], where).toBe(s.stage);
        expect(discounts[i], where).toBe(s.stage === CHURNED ? 0 : 1);
        expect(Math.abs(rewards[i] - s.reward), where).toBeLessThan(1e-6);
        for (const name of ['frailty', 'satisfaction', 'fatigue', 'habit', 'recency'] as const)
          expect(Math.abs(environment.column(name)[i] - s[name]), `${where}: ${name}`).toBeLessThan(1e-5);
      }
    }
    expect([...seen].sort()).toEqual([NEW, ACTIVE, DORMANT, CHURNED]);
  });
});
