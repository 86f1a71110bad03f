import { describe, expect, it } from 'vitest';
import {
  type ForkChoice,
  forcedDays,
  forkProblem,
  forkTitle,
} from '../../../../src/replay/forks/forkChoice.ts';
import { recorded } from './recorded.ts';

const closed = recorded('closed', 'reminder');
const product = recorded('product', 'serveLow');
const user = (number: number): ForkChoice => ({
  who: { kind: 'user', user: number },
  action: 1,
  day: 4,
  days: 1,
});
const EVERYONE: ForkChoice = { who: { kind: 'everyone' }, action: 0, day: 4, days: Infinity };

describe('forkTitle(program, choice)', () => {
  it('says what, for whom and when', () => {
    const { program } = closed;
    expect(forkTitle(program, user(7))).toBe('greet for user 7 on day 4');
    expect(forkTitle(program, { ...user(7), days: 3 })).toBe('greet for user 7 on days 4 to 6');
    expect(forkTitle(program, EVERYONE)).toBe('nothing for everyone from day 4 on');
    const present = { ...EVERYONE, who: { kind: 'stage', stage: 0 }, days: 9 } as const;
    expect(forkTitle(program, present)).toBe('nothing for everyone in present from day 4 on');
    expect(forkTitle(program, { ...EVERYONE, day: program.horizon, days: 1 })).toBe(
      'nothing for everyone on day 12',
    );
  });

  it('tells the days of a decision for several days', () => {
    const { program } = product;
    expect(forkTitle(program, user(3))).toBe('advertise for the product of user 3 on days 1 to 7');
    expect(forkTitle(program, { ...EVERYONE, day: 9, days: 7 })).toBe(
      'nothing for every product on days 8 to 21',
    );
    expect(forcedDays(program, { ...EVERYONE, day: 36, days: 30 }, 42)).toEqual({ from: 36, to: 42 });
  });
});

describe('forkProblem(replay, choice)', () => {
  const { replay } = closed;
  const gone = Array.from({ length: 20 }, (_, number) => replay.life(number)).find(
    ({ leftOn }) => leftOn !== undefined && leftOn < 8,
  );

  it('is nothing where a recording can be forked', () => {
    expect(forkProblem(replay, EVERYONE)).toBeUndefined();
    expect(forkProblem(replay, { ...EVERYONE, who: { kind: 'stage', stage: 0 } })).toBeUndefined();
    expect(forkProblem(product.replay, user(0))).toBeUndefined();
  });

  it.each([
    [{ ...EVERYONE, day: 0 }, 'expected day to be a whole number from 1 to 12, got 0'],
    [{ ...EVERYONE, day: 13 }, 'expected day to be a whole number from 1 to 12, got 13'],
    [{ ...EVERYONE, days: 0 }, 'expected days to be a whole number of at least 1, or Infinity, got 0'],
    [{ ...EVERYONE, action: 2 }, 'expected action to be a whole number from 0 to 1, got 2'],
    [user(20), 'expected user to be a whole number from 0 to 19, got 20'],
    [
      { ...EVERYONE, who: { kind: 'stage', stage: 5 } },
      'expected stage to be a whole number from 0 to 1, got 5',
    ],
    [
      { ...EVERYONE, who: { kind: 'stage', stage: 1 } },
      'who is gone has left for good: nothing is decided for them any more',
    ],
  ] as const)('names what is wrong: %j', (choice, problem) => {
    expect(forkProblem(replay, choice)).toBe(problem);
  });

  it('tells who has left, who has not come, and what is decided as a whole', () => {
    expect(gone).toBeDefined();
    const { user: number, leftOn } = gone!;
    expect(forkProblem(replay, { ...user(number), day: leftOn! })).toBeUndefined();
    expect(forkProblem(replay, { ...user(number), day: leftOn! + 1 })).toBe(
      `user ${number} left for good on day ${leftOn}`,
    );
    const open = recorded('open', 'greetLow').replay;
    const { bornOn } = open.life(20);
    expect(forkProblem(open, { ...user(20), day: bornOn! })).toBe(
      `user 20 comes on day ${bornOn}; the first decision is on day ${bornOn! + 1}`,
    );
    expect(forkProblem(open, { ...user(20), day: bornOn! + 1 })).toBeUndefined();
    expect(forkProblem(product.replay, { ...EVERYONE, who: { kind: 'stage', stage: 0 } })).toBe(
      'product-shop takes one decision for a whole product; nobody is singled out by stage',
    );
  });
});
