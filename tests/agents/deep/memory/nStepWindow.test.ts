import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NStepWindow } from '../../../../agents/deep/memory/nStepWindow.ts';
import { ReplayBuffer } from '../../../../agents/deep/memory/replayBuffer.ts';
import { dayOf, specOf } from '../days.ts';

/** A user's episode: numbers that 32 bits hold exactly, so that sums can be compared as they are. */
interface Life {
  readonly rewards: readonly number[];
  readonly discounts: readonly number[];
  /** the day on which it leaves for good, counted from 0; never if it is beyond the horizon */
  readonly leaves: number;
}

const HORIZON = 11;
const daily = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: HORIZON, maxLength: HORIZON });
const life = fc.record<Life>({
  rewards: daily(fc.integer({ min: -40, max: 40 }).map((n) => n / 8)),
  discounts: daily(fc.constantFrom(0.25, 0.5, 1)),
  leaves: fc.oneof(fc.nat(HORIZON), fc.constant(Infinity)),
});
const lives = fc.array(life, { minLength: 1, maxLength: 4 });

interface Transition {
  /** user and day */
  readonly from: readonly number[];
  readonly action: number;
  readonly reward: number;
  readonly discount: number;
  /** what the rest is estimated from; absent where nothing follows */
  readonly to?: { readonly seen: readonly number[]; readonly available: readonly number[] };
}

const actionOn = (user: number, day: number) => (user + day) % 2;
const availableOn = (user: number, day: number) => [1, (user + day) % 3 === 0 ? 0 : 1];

/** The n-step transition of a user's day, from the definition. */
function transitionOf(
  { rewards, discounts, leaves }: Life,
  user: number,
  day: number,
  n: number,
): Transition {
  const end = Math.min(day + n, HORIZON, leaves + 1);
  let [reward, discount] = [0, 1];
  for (let t = day; t < end; t++) {
    reward += discount * rewards[t];
    discount *= t === leaves ? 0 : discounts[t];
  }
  const decision = { from: [user, day], action: actionOn(user, day), reward, discount };
  return discount === 0
    ? decision
    : { ...decision, to: { seen: [user, end], available: availableOn(user, end) } };
}

function allTransitions(population: readonly Life[], n: number): Transition[] {
  return population.flatMap((one, user) => {
    const days = Math.min(HORIZON, one.leaves + 1);
    return Array.from({ length: days }, (_, day) => transitionOf(one, user, day, n));
  });
}

/** Lives one episode into the buffer, which ends early if everyone leaves. Everything is wiped after its day. */
function liveInto(window: NStepWindow, buffer: ReplayBuffer, population: readonly Life[]): void {
  const last = Math.min(HORIZON, Math.max(...population.map(({ leaves }) => leaves + 1)));
  const seenOn = (day: number) =>
    dayOf(
      population.map(({ leaves }, user) => ({
        features: [user, day],
        left: day > leaves,
        available: availableOn(user, day),
      })),
      day === HORIZON ? 'last' : 'mid',
    );
  for (let day = 0; day < last; day++) {
    const [step, next] = [seenOn(day), seenOn(day + 1)];
    const actions = Uint8Array.from(population, (_, user) => actionOn(user, day));
    // After leaving there is no reward to speak of: whatever is said must not count.
    const rewards = Float32Array.from(population, (one) => (day > one.leaves ? 99 : one.rewards[day]));
    const discounts = Float32Array.from(population, (one) => (day >= one.leaves ? 0 : one.discounts[day]));
    window.push(step, actions, next, { rewards, discounts }, day === last - 1, buffer);
    for (const array of [actions, rewards, discounts, step.observation.features, step.observation.active])
      array.fill(77);
  }
}

function transitionsIn(buffer: ReplayBuffer): Transition[] {
  const row = (array: Float32Array | Uint8Array, place: number) => [
    ...array.subarray(2 * place, 2 * place + 2),
  ];
  return Array.from({ length: buffer.size }, (_, place) => {
    const [reward, discount] = [buffer.rewards[place], buffer.discounts[place]];
    const decision = { from: row(buffer.features, place), action: buffer.actions[place], reward, discount };
    const to = { seen: row(buffer.nextFeatures, place), available: row(buffer.nextAvailable, place) };
    return discount === 0 ? decision : { ...decision, to };
  });
}

const inOrder = (transitions: readonly Transition[]) =>
  [...transitions].sort((a, b) => a.from[0] - b.from[0] || a.from[1] - b.from[1]);

describe('NStepWindow', () => {
  it.each([1, 3, 7, 30])('gives every decision once, with up to %i days of rewards and what follows', (n) => {
    fc.assert(
      fc.property(lives, (population) => {
        const spec = specOf({ users: population.length, features: 2 });
        const buffer = new ReplayBuffer(100, spec);
        liveInto(new NStepWindow(n, spec), buffer, population);
        expect(inOrder(transitionsIn(buffer))).toEqual(inOrder(allTransitions(population, n)));
      }),
    );
  });

  it('takes nothing over from one episode into the next', () => {
    fc.assert(
      fc.property(lives, (population) => {
        const spec = specOf({ users: population.length, features: 2 });
        const [window, buffer] = [new NStepWindow(3, spec), new ReplayBuffer(100, spec)];
        liveInto(window, buffer, population);
        liveInto(window, buffer, population);
        const wanted = allTransitions(population, 3);
        expect(inOrder(transitionsIn(buffer))).toEqual(inOrder([...wanted, ...wanted]));
      }),
    );
  });

  it('gives a transition as soon as its days are over, the oldest first', () => {
    const spec = specOf({ users: 1, features: 2 });
    const [window, buffer] = [new NStepWindow(3, spec), new ReplayBuffer(100, spec)];
    const sizes = [0, 1, 2, 3, 4].map((day) => {
      const [step, next] = [dayOf([{ features: [0, day] }]), dayOf([{ features: [0, day + 1] }])];
      const earned = { rewards: Float32Array.of(1), discounts: Float32Array.of(0.5) };
      window.push(step, Uint8Array.of(0), next, earned, day === 4, buffer);
      return buffer.size;
    });
    expect(sizes).toEqual([0, 0, 1, 2, 5]);
    expect(transitionsIn(buffer).map(({ from }) => from[1])).toEqual([0, 1, 2, 3, 4]);
    expect([...buffer.discounts.subarray(0, 5)]).toEqual([0.125, 0.125, 0.125, 0.25, 0.5]);
  });
});
