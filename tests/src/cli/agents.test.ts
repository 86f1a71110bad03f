import { describe, expect, it } from 'vitest';
import { ppo } from '../../../agents/deep/ppo.ts';
import { AGENTS } from '../../../agents/index.ts';
import { runMain } from '../../support/runMain.ts';

const flat = (text: string) => text.replace(/\s+/g, ' ');
const widest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));

describe('tenure agents', () => {
  it('lists every agent with what it does, by family, in 80 columns', async () => {
    const { code, stdout, stderr } = await runMain('agents');
    expect([code, stderr]).toEqual([0, '']);
    for (const { name, about } of AGENTS) expect(flat(stdout)).toContain(` ${name} ${flat(about)} `);
    const at = (text: string) => stdout.indexOf(text);
    const order = ['tabular:', '  sarsa ', 'bandits:', '  ucb1 ', 'planning:', 'deep:', '  dqn '].map(at);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(widest(stdout)).toBeLessThanOrEqual(80);
  });

  it('--json gives the document of the schema tenure.agents/1, with every setting of every agent', async () => {
    const { code, stdout, stderr } = await runMain('agents', '--json');
    expect([code, stderr]).toEqual([0, '']);
    const { schema, agents } = JSON.parse(stdout);
    expect(schema).toBe('tenure.agents/1');
    expect(agents.map(({ name }: { name: string }) => name)).toEqual(AGENTS.map(({ name }) => name));
    for (const [k, { about, source, networks, hyperparameters }] of AGENTS.entries()) {
      expect(agents[k]).toMatchObject({ about, source, networks: networks ?? null });
      const settings = Object.entries(hyperparameters).map(([name, setting]) => ({ name, ...setting }));
      expect(agents[k].settings).toEqual(settings);
    }
  });
});

describe('tenure agents <name>', () => {
  it.each(AGENTS)('$name: tells every setting with its range and meaning, in 80 columns', async (kind) => {
    const { code, stdout, stderr } = await runMain('agents', kind.name);
    expect([code, stderr]).toEqual([0, '']);
    expect(flat(stdout)).toContain(`Source: ${flat(kind.source)}`);
    expect(stdout.includes('\nNetworks: ')).toBe(kind.networks !== undefined);
    for (const [name, { about }] of Object.entries(kind.hyperparameters)) {
      expect(stdout).toMatch(new RegExp(`^  ${name} +[^ ]+ +[^ ]+ to [^ ]+ +(–|[^ ]+ to [^ ]+)$`, 'm'));
      expect(flat(stdout)).toContain(flat(about));
    }
    expect(widest(stdout)).toBeLessThanOrEqual(80);
  });

  it('shows default, range, what people use and the source', async () => {
    const { stdout } = await runMain('agents', 'ppo');
    const { clip, batchSize } = ppo.hyperparameters;
    expect([clip.default, clip.range, clip.typical]).toEqual([0.2, [0.01, 10], [0.1, 0.3]]);
    expect(stdout).toMatch(/^ {2}clip +0\.2 +0\.01 to 10 +0\.1 to 0\.3$/m);
    expect(batchSize.range).toEqual([1, 1e7]);
    expect(stdout).toMatch(/^ {2}batchSize +\d+ +1 to 1e7 +64 to 32768$/m);
    expect(stdout).toContain(`    Source: ${clip.source}\n`);
  });

  it('shows a dash where nothing is known of what people use', async () => {
    const { stdout } = await runMain('agents', 'ucb1');
    expect(stdout).toMatch(/^ {2}exploration +1\.41421 +0 to 1e9 +–$/m);
  });

  it('--json gives that agent alone', async () => {
    const { agents } = JSON.parse((await runMain('agents', 'lin-ucb', '--json')).stdout);
    const all = JSON.parse((await runMain('agents', '--json')).stdout).agents;
    expect(agents).toEqual(all.filter(({ name }: { name: string }) => name === 'lin-ucb'));
    expect(agents[0].family).toBe('bandits');
  });

  it('is refused with the nearest where there is none of the name', async () => {
    const { code, stdout, stderr } = await runMain('agents', 'sarsa-lamda');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe('tenure: there is no agent "sarsa-lamda"; did you mean "sarsa-lambda"?\n');
  });
});
