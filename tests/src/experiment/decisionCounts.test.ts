import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { openReplay } from '../../../src/replay/replay.ts';
import { played } from '../replay/openRecording.ts';

describe('evaluate() that counts decisions', () => {
  it.each(['open', 'budget', 'short room'] as const)(
    'comes to the sums of what a replay shows: %s',
    (name) => {
      const { evaluation, program, recording } = played(name);
      const replay = openReplay(recording);
      const frames = Array.from({ length: program.horizon }, (_, day) => replay.frame(day + 1));
      const expected = program.stages.flatMap((_, stage) =>
        program.actions.map((_, action) =>
          frames.reduce((sum, { actionsByStage }) => sum + actionsByStage[stage][action], 0),
        ),
      );
      expect([...evaluation.decisions]).toEqual(expected);
      expect(expected.filter((count) => count > 0).length).toBeGreaterThan(1);
    },
  );

  it('counts one decision for each product and time step, in the first row', () => {
    const { evaluation, program, users } = played('product');
    const steps = Math.ceil(program.horizon / program.decision!.every);
    const counts = [...evaluation.decisions];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(users * steps);
    expect(counts.slice(program.actions.length).every((count) => count === 0)).toBe(true);
  });

  it('counts nothing that was not asked for', () => {
    const { program, users } = played('open');
    const policy = { selectActions: () => {} };
    expect(evaluate(program, policy, { users, seed: 'played' }).decisions).toHaveLength(0);
  });
});
