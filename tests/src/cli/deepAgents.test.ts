import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listRuns } from '../../../src/experiment/runFolder.ts';
import { runMain } from '../../support/runMain.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const SMALL = ['--users', '20', '--episodes', '1', '--held-out', '60'];
const TRAIN = ['train', 'coupon-trap', ...SMALL];

/** What a fresh run of an agent came to on its held-out users, and what `evaluate` says of the same people. */
async function trainedAndPlayed(agent: string, ...options: string[]): Promise<[number, number]> {
  const results = temporaryFolder();
  const { code } = await runMain(...TRAIN, '--agent', agent, ...options, '--results', results);
  expect(code).toBe(0);
  const record = JSON.parse(readFileSync(listRuns(results)[0].file('run.json'), 'utf8'));
  const { stdout } = await runMain('evaluate', 'latest', '--users', '60', '--json', '--results', results);
  return [record.status.result.return.mean, JSON.parse(stdout).policy.metrics.return.mean];
}

describe('agents with networks, from the command line', () => {
  it.each(['ppo', 'dqn'])(
    '%s plays, once it is saved, as it did at the end of its training',
    async (agent) => {
      const [trained, played] = await trainedAndPlayed(agent);
      expect(played).toBe(trained);
    },
  );

  it('a memory plays, once it is saved, as it did at the end of its training', async () => {
    const taught = ['--option', 'historySteps=3', '--option', 'historyUnits=3', '--episodes', '2'];
    const results = temporaryFolder();
    const words = [...TRAIN.slice(0, 4), '--held-out', '60', '--agent', 'ppo', '--observe', 'history'];
    await runMain(...words, ...taught, '--results', results);
    const [run] = listRuns(results);
    const { configuration, status } = JSON.parse(readFileSync(run.file('run.json'), 'utf8'));
    expect(configuration.agent.name).toBe('ppo-history');
    expect(configuration.agent.backend).toBe('simd+wasm');
    const { stdout } = await runMain('evaluate', 'latest', '--users', '60', '--json', '--results', results);
    expect(JSON.parse(stdout).policy.metrics.return.mean).toBe(status.result.return.mean);
  });

  it('says once what networks run on, and keeps it with the run', async () => {
    const results = temporaryFolder();
    const { stderr } = await runMain(...TRAIN, '--agent', 'a2c', '--backend', 'simd', '--results', results);
    expect(stderr.match(/networks run on simd/g)).toHaveLength(1);
    const { configuration, origins } = JSON.parse(
      readFileSync(listRuns(results)[0].file('run.json'), 'utf8'),
    );
    expect(configuration.agent.backend).toBe('simd');
    expect(origins['agent.backend']).toBe('flag');
  });

  it('is another run on another engine, with nearly the same result', async () => {
    const [onSimd] = await trainedAndPlayed('a2c', '--backend', 'simd');
    const [onWasm, played] = await trainedAndPlayed('a2c', '--backend', 'wasm');
    expect(played).toBe(onWasm);
    expect(Math.abs(onWasm - onSimd)).toBeLessThan(3);
  });

  it('knows no backend where there are no networks', async () => {
    const results = temporaryFolder();
    const { stderr } = await runMain(...TRAIN, '--agent', 'q-learning', '--results', results);
    expect(stderr).not.toContain('networks');
    const { configuration, origins } = JSON.parse(
      readFileSync(listRuns(results)[0].file('run.json'), 'utf8'),
    );
    expect(configuration.agent).not.toHaveProperty('backend');
    expect(origins).not.toHaveProperty(['agent.backend']);
  });

  it('refuses a memory where none is to be had, and in solve, which has no days before', async () => {
    const tabular = await runMain(...TRAIN, '--agent', 'q-learning', '--observe', 'history');
    expect(tabular.code).toBe(2);
    expect(tabular.stderr).toMatch(/q-learning cannot read histories; those that can: .*dqn, ppo/);
    const probe = join(import.meta.dirname, '../../probes/hidden-taste.yaml');
    const small = ['--train-users', '20', '--episodes', '2', '--option', 'historySteps=2'];
    const words = ['solve', probe, '--policy', 'dqn-history', ...small, '--results', temporaryFolder()];
    const solved = await runMain(...words);
    expect(solved.code).toBe(2);
    expect(solved.stderr).toContain("dqn-history remembers each user's days");
  });

  it('refuses a reward for coming back where the scenario does not say what a visit is, and leaves no run', async () => {
    const results = temporaryFolder();
    const words = [
      'train',
      'knowledge-subscription',
      ...SMALL,
      '--agent',
      'ppo',
      '--option',
      'returnShare=1',
    ];
    const { code, stderr } = await runMain(...words, '--results', results);
    expect(code).toBe(2);
    expect(stderr).toContain('give it a "visit:" formula');
    expect(listRuns(results)).toEqual([]);
  });
});
