import { describe, expect, it } from 'vitest';
import { goOn } from '../../../src/cli/goOn.ts';
import { RunFolder } from '../../../src/experiment/runFolder.ts';

const HOW = 'go on with: tenure train --resume results/runs/shop/dqn/seed-1';

describe('goOn()', () => {
  it.each([
    [0, 6, 'stopped'],
    [5, 6, 'saved after episode 5'],
    [6, 6, 'all 6 episodes are done and saved, only the evaluation is missing'],
    [1, 1, 'the only episode is done and saved, only the evaluation is missing'],
  ])('after %i of %i episodes', (done, all, words) => {
    expect(goOn(new RunFolder('results/runs/shop/dqn/seed-1'), done, all)).toBe(`${words}; ${HOW}`);
  });
});
