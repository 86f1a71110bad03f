import type { Program } from '../../../environments/scenario/program.ts';
import type { Pair } from '../../../src/replay/pair.ts';
import { fixture } from '../../environments/population/openWorld.ts';
import { bySight } from './openRecording.ts';
import { couponTrap, type PlayedPolicy, playedBy } from './playedBy.ts';

const BUDGET = ['arrivals:\n', 'budget: { on: contacts, limit: 0.3 }\narrivals:\n'] as const;
const PRODUCT = [
  ['users: 50', 'users: 8'],
  ['founders: 100', 'founders: 30'],
] as const;

/** Who is shared with whom: nothing, newcomers, a budget, or decisions. */
export type World = 'users' | 'newcomers' | 'budget' | 'products';
export const WORLDS: readonly World[] = ['users', 'newcomers', 'budget', 'products'];

/** Two policies on the same people of a small world. */
export function played(world: World): { program: Program; a: PlayedPolicy; b: PlayedPolicy } {
  const program = {
    users: couponTrap,
    newcomers: () => fixture('open-shop', ['value: 0.02', 'value: 0.1']),
    budget: () => fixture('open-shop', BUDGET),
    products: () => fixture('product-shop', ...PRODUCT),
  }[world]();
  const users = { users: 60, newcomers: 16, budget: 16, products: 6 }[world];
  const rules = world === 'users' ? (['marketer', 'weeklyCoupons'] as const) : undefined;
  const rule = world === 'products' ? 'serveLow' : 'greetLow';
  return {
    program,
    a: playedBy(program, rules?.[0] ?? bySight, users),
    b: playedBy(program, rules?.[1] ?? rule, users),
  };
}

/** The pair, with all its days lived. */
export function lived(pair: Pair): Pair {
  pair.liveUntil(pair.days);
  return pair;
}

/** All days, that of birth too. */
export const daysOf = ({ days }: Pair) => Array.from({ length: days + 1 }, (_, day) => day);
/** Numbers of all units. */
export const unitsOf = ({ units }: Pair) => Array.from({ length: units.count }, (_, unit) => unit);
