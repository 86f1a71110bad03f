import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { PROGRAM, start } from '../../../support/program.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

function learn(folder: string, input: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'learn', ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

describe('tenure learn without a terminal', () => {
  it('takes settings and answers as lines of input', () => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = learn(folder, 'gamma=0.9\ngamma=0.99\n\natRisk\nnew\n', 'gamma');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.match(/worth of somebody in each stage/g)).toHaveLength(3);
    expect(stdout).toContain('You said those at risk, and so it was. You said the new, and so it was.');
  });

  it('goes on to the questions with the first line that sets nothing', () => {
    const { code, stdout } = learn(temporaryFolder(), 'atRisk\nnew\n', '3');
    expect(code).toBe(0);
    expect(stdout).toContain('locked: gamma 0.99: where does it gain most: the new');
  });

  it('says what is missing where the input ends, and goes on from there', () => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = learn(folder, '', 'gamma');
    expect(code).toBe(2);
    expect(stdout).toContain('3 How far to look ahead: predict');
    expect(stderr).toContain('near: gamma 0.7: where does a week of care gain most? new or active');
    expect(learn(folder, '\natRisk\nnew\n').stdout).toContain('3 How far to look ahead: explain');
  });

  it('keeps what was locked when it is killed in the reveal', async () => {
    const folder = temporaryFolder();
    const running = start(folder, ['learn', 'walk', '--plain', '--answers', 'mc,50']);
    const file = join(folder, 'results/learn.json');
    const kept = () => {
      try {
        return JSON.parse(readFileSync(file, 'utf8')).lessons.walk;
      } catch {
        return undefined;
      }
    };
    while (kept()?.predictions === undefined) await setTimeout(5);
    running.child.kill('SIGKILL');
    expect((await running.ended).signal).toBe('SIGKILL');
    expect(kept()).toMatchObject({ step: 'see', done: false, predictions: { faster: 'mc', needed: 50 } });
    const { code, stdout } = learn(folder, '');
    expect(code).toBe(0);
    expect(stdout).toContain('5 Monte Carlo or TD: explain');
  });
});
