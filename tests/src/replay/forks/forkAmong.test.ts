import { describe, expect, it } from 'vitest';
import { userCondition } from '../../../../src/replay/conditions/userCondition.ts';
import { forkAmong } from '../../../../src/replay/forks/forkAmong.ts';
import type { ForkChoice, ForkedWho } from '../../../../src/replay/forks/forkChoice.ts';
import { recorded, type World } from './recorded.ts';

function among(world: World, text: string, choice: Partial<ForkChoice> = {}) {
  const { replay, program } = recorded(world, world === 'product' ? 'serveLow' : 'none');
  const everyone: ForkedWho = { kind: 'everyone' };
  const whole = { who: everyone, action: 1, day: 4, days: 1, ...choice };
  return { replay, program, told: forkAmong(replay, whole, userCondition(program, text)) };
}

describe('forkAmong(replay, choice, condition)', () => {
  it('asks the recording on the morning on which the fork begins', () => {
    const { replay, program, told } = among(
      'open',
      `stage:${recorded('open', 'none').program.stages[0].name}`,
    );
    if (typeof told === 'string') throw new Error(told);
    const { stages } = replay.evening(3);
    expect([...told.rows]).toEqual(
      [...stages].map((stage) => Number(program.stages[stage] === program.stages[0])),
    );
    const { users } = replay.recording;
    expect(told).toMatchObject({ day: 4, of: 20 });
    expect(told.users).toBe([...told.rows.subarray(0, 20)].filter((isCounted) => isCounted === 1).length);
    expect(told.rows.length).toBeGreaterThan(users);
  });

  it('counts the same whatever the fork does', () => {
    const [one, other] = [0, 1].map(
      (action) => among('closed', 'tired >= 0', { action, days: Infinity }).told,
    );
    expect(one).toEqual(other);
  });

  it('says why nobody is counted apart', () => {
    const user = { who: { kind: 'user', user: 3 } } as const;
    expect(among('product', 'tenure >= 0').told).toContain('its users are not counted apart');
    expect(among('closed', 'tenure >= 0', user).told).toContain(
      'what is done to one user changes no other life',
    );
    expect(among('closed', 'tenure > 99').told).toBe(
      '"tenure > 99" holds for none of the 20 users from the start on the morning of day 4',
    );
    // Where newcomers come through others, one user is not alone.
    expect(among('open', 'tenure >= 0', user).told).toMatchObject({ users: 20 });
  });
});
