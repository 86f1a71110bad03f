import { describe, expect, it } from 'vitest';
import { userCondition } from '../../../../src/replay/conditions/userCondition.ts';
import { forkAmong } from '../../../../src/replay/forks/forkAmong.ts';
import type { ForkChoice } from '../../../../src/replay/forks/forkChoice.ts';
import { tellFork } from '../../../../src/replay/forks/tellFork.ts';
import { openReplay } from '../../../../src/replay/replay.ts';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import { openFork } from '../../../../src/ui/replay/openFork.ts';
import { plainFork } from '../../../../src/ui/replay/plainFork.ts';
import { recorded, type World } from '../../replay/forks/recorded.ts';

interface Printed {
  readonly world?: World;
  readonly policy?: string;
  readonly choice?: ForkChoice;
  readonly width?: number;
  readonly glyphs?: 'unicode' | 'ascii';
  /** on those counted */
  readonly condition?: string;
  /** whether it is known which rule was recorded */
  readonly ruled?: boolean;
}

const USER: ForkChoice = { who: { kind: 'user', user: 3 }, action: 1, day: 2, days: 3 };

async function printed({
  world = 'closed',
  policy = 'reminder',
  choice = USER,
  width = 100,
  glyphs = 'unicode',
  condition,
  ruled = false,
}: Printed): Promise<string> {
  const { recording, decider } = recorded(world, policy);
  const replay = openReplay({ ...recording, rule: ruled ? { name: policy } : undefined });
  const told = await tellFork(replay, choice, decider);
  const asked = condition && forkAmong(replay, choice, userCondition(replay.recording.program, condition));
  if (typeof asked === 'string') throw new Error(asked);
  const options = { command: () => 'tenure replay', glyphs: glyphsOf(glyphs), among: asked };
  const other = openFork(replay, told, options);
  return plainFork(other, { who: choice.who, width, glyphs });
}

describe('plainFork(other, options)', () => {
  it('shows both lives of a user and what came of it', async () => {
    await expect(await printed({})).toMatchFileSnapshot('frames/fork-100.txt');
  });

  it('says which line of the rule decided in both', async () => {
    const text = await printed({ ruled: true });
    const [lives, done] = text.split('── what was done on day 2 ');
    expect(`${lives}`).toBe(await printed({}));
    expect(done.split('\n').slice(1)).toEqual([
      ' A: why, day 2: greet, stays present, reward 0.1547',
      ' the rule reminder: no line holds, so none, the first action',
      ' line 1 = no        recency >= 3  (recency 0)  → greet',
      ' the fork gives greet instead',
      ' B: why, day 2: none, stays present, reward 0',
      ' the rule reminder: no line holds, so none, the first action',
      ' line 1 = no        recency >= 3  (recency 0)  → greet',
      '',
    ]);
  });

  it('adds the comparison of everyone where others were touched', async () => {
    const text = await printed({ world: 'open', policy: 'greetLow' });
    expect(text).toContain('the same luck');
    expect(text).toContain('evening of day 40');
    expect(await printed({})).not.toContain('evening of day');
  });

  it('tells of many without a life of anybody', async () => {
    const text = await printed({ choice: { ...USER, who: { kind: 'everyone' } } });
    expect(text).toContain('evening of day 12');
    expect(text).not.toContain('with the same luck');
  });

  it('says who is counted, and counts those only', async () => {
    const choice = { ...USER, who: { kind: 'everyone' } } as const;
    const text = await printed({ choice, condition: 'recency>=1' });
    const [, counted] =
      /^ counted: (\d+) of 20 users, those with recency>=1 on the morning of day 2 /.exec(text) ?? [];
    expect(Number(counted)).toBeGreaterThan(0);
    expect(Number(counted)).toBeLessThan(20);
    expect(text).toContain(`greet for everyone on days 2 to 4, among ${counted} of 20: recency>=1`);
    for (const words of [`still here of ${counted} users`, `over these ${counted} users`])
      expect(text).toContain(words);
  });

  it('has no line wider than it may be, and ASCII only where that is asked for', async () => {
    for (const width of [60, 80, 120])
      for (const glyphs of ['unicode', 'ascii'] as const) {
        const text = await printed({ world: 'open', policy: 'greetLow', width, glyphs, ruled: true });
        for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(width);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII
        if (glyphs === 'ascii') expect(text).toMatch(/^[\x00-\x7f]*$/);
      }
  });
});
