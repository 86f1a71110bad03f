import { drawKey } from '../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../environments/random/purpose.ts';

const PULL = Float64Array.of(0, 0.5, 0.7, 0.5);
const DISCOUNT = Float64Array.of(0, 0, 0, 0.2);
const CONTACT = Float64Array.of(0, 0.3, 0.6, 0.4);
const COST = Float64Array.of(0, 0.01, 0.02, 0.05);
const BASE = Float64Array.of(-1.6, -0.7);
const PRICE = Float64Array.of(1.6, 0.3);
const HABIT_GAIN = 0.5;
/** Stages by index; 2 is dormant. */
const [NEW, ACTIVE, DORMANT, CHURNED] = [0, 1, 2, 3];

/** The state of a population, one array a variable. */
export interface Shop {
  readonly births: Int32Array;
  readonly segment: Uint8Array;
  readonly stage: Uint8Array;
  readonly frailty: Float32Array;
  readonly satisfaction: Float32Array;
  readonly fatigue: Float32Array;
  readonly habit: Float32Array;
  readonly recency: Float32Array;
  readonly rewards: Float32Array;
  readonly discounts: Float32Array;
  readonly active: Uint8Array;
  readonly states: Uint32Array;
  readonly features: Float32Array;
}

function uniform(birth: number, a: number, b: number): number {
  let x = (birth + a) | 0;
  x ^= x >>> 17;
  x = Math.imul(x, 0xed5ad4bb);
  x ^= x >>> 11;
  x = (Math.imul(x, 0xac4c1b51) + b) | 0;
  x ^= x >>> 15;
  x = Math.imul(x, 0x31848bab);
  x ^= x >>> 14;
  return (x >>> 8) * 2 ** -24;
}

/** A normal variable by Box and Muller. */
function normal(u: number, v: number): number {
  return Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v);
}

/**
 * One day of tests/fixtures/architecture-example.yaml, as someone would write it by hand over typed arrays: the
 * yardstick for the generated kernel. Same model, own arithmetic (Math.exp, Box–Muller).
 */
export function liveByHand(
  shop: Shop,
  users: number,
  day: number,
  seedKey: number,
  actions: Uint8Array,
): void {
  const key = (name: string) => drawKey(seedKey, day, purposeOf(name));
  const [visitKey, buyKey, moodKey, mood2Key, lifeKey] = [
    'day.visit/0',
    'day.purchase/0',
    'day.satisfaction/0',
    'second',
    'lifecycle',
  ].map(key);
  const { births, segment, stage, frailty, satisfaction, fatigue, habit, recency } = shop;
  const { rewards, discounts, active, states, features } = shop;
  for (let i = 0; i < users; i++) {
    if (stage[i] === CHURNED) {
      rewards[i] = 0;
      discounts[i] = 0;
      active[i] = 0;
      states[i] = 0;
      features[2 * i] = 0;
      features[2 * i + 1] = 0;
      continue;
    }
    const action = actions[i];
    const price = PRICE[segment[i]];
    const birth = births[i];
    const tired = 0.85 * fatigue[i] + CONTACT[action];
    const wish =
      BASE[segment[i]] +
      frailty[i] +
      1.5 * (satisfaction[i] - 0.5) +
      PULL[action] * (1 - tired / 2) +
      price * (3 * DISCOUNT[action] - habit[i]);
    const visit = uniform(birth, visitKey.a, visitKey.b) < 1 / (1 + Math.exp(-wish));
    let purchase = false;
    let mood = satisfaction[i] - 0.02 * Math.max(tired - 1, 0);
    if (visit) {
      const buy = price * (4 * DISCOUNT[action] - habit[i]) - 1;
      purchase = uniform(birth, buyKey.a, buyKey.b) < 1 / (1 + Math.exp(-buy));
      mood +=
        0.01 + 0.05 * normal(uniform(birth, moodKey.a, moodKey.b), uniform(birth, mood2Key.a, mood2Key.b));
    }
    mood = Math.min(Math.max(mood, 0), 1);
    const since = visit ? 0 : recency[i] + 1;
    fatigue[i] = tired;
    habit[i] = Math.min(Math.max(0.97 * habit[i] + (purchase ? HABIT_GAIN * DISCOUNT[action] : 0), 0), 1);
    satisfaction[i] = mood;
    recency[i] = since;
    const life = uniform(birth, lifeKey.a, lifeKey.b);
    let next = stage[i];
    if (next === NEW) {
      if (visit && day > 3) next = ACTIVE;
      else if (since > 7) next = DORMANT;
      else if (life < 0.01 * Math.exp(2 * (0.6 - mood))) next = CHURNED;
    } else if (next === ACTIVE) {
      if (since > 14) next = DORMANT;
      else if (life < 0.004 * Math.exp(3 * (0.6 - mood))) next = CHURNED;
    } else if (visit) next = ACTIVE;
    else if (life < 0.03) next = CHURNED;
    stage[i] = next;
    const stays = next !== CHURNED;
    rewards[i] = (stays ? 0.05 : 0) + (purchase ? 1 - 3 * DISCOUNT[action] : 0) - COST[action];
    discounts[i] = stays ? 1 : 0;
    active[i] = stays ? 1 : 0;
    const sinceBin = since < 1 ? 0 : since < 3 ? 1 : since < 7 ? 2 : since < 14 ? 3 : 4;
    const tiredBin = tired < 0.3 ? 0 : tired < 0.7 ? 1 : tired < 1.2 ? 2 : 3;
    states[i] = sinceBin * 4 + tiredBin;
    features[2 * i] = since;
    features[2 * i + 1] = tired;
  }
}
