import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../environments/contract.ts';
import type { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { deciderNamed, deciderOf } from '../../../src/cli/deciders.ts';
import { namedPolicy } from '../../../src/cli/policies.ts';
import { findRun, openRun } from '../../../src/cli/runs.ts';
import { findScenario } from '../../../src/cli/scenarioFiles.ts';
import { type LoadedScenario, loadWith } from '../../../src/cli/scenarioOptions.ts';
import { seeds } from '../../../src/experiment/configuration.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { advise } from '../../../src/replay/advice/advise.ts';
import type { Decider } from '../../../src/replay/decider.ts';
import { forkWork } from '../../../src/replay/forks/forkRecording.ts';
import { atOnce } from '../../../src/replay/patiently.ts';
import { openReplay } from '../../../src/replay/replay.ts';
import { runMain } from '../../support/runMain.ts';
import { SMALL_SHOP } from '../../support/smallShop.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

async function trained(agent: string) {
  const results = temporaryFolder();
  const words = [
    '--agent',
    agent,
    '--users',
    '30',
    '--episodes',
    '2',
    '--held-out',
    '25',
    '--results',
    results,
  ];
  const { code, stderr } = await runMain('train', SMALL_SHOP, ...words);
  if (code !== 0) throw new Error(stderr);
  return { results, run: openRun(findRun('latest', results, 'finished')) };
}

const played = (scenario: Pick<LoadedScenario, 'program'>, decider: Decider, seed: string): number[] => {
  const policy = (world: PopulationEnvironment): Policy => decider.create(world);
  return [
    ...evaluate(scenario.program, policy, { users: 25, seed: seeds.heldOut(seed), record: true }).actions,
  ];
};

describe('deciderOf(run)', () => {
  it.each(['q-learning', 'ppo'])('plays what was recorded, again and again: %s', async (agent) => {
    const { run } = await trained(agent);
    const decider = await deciderOf(run);
    const recorded = [...readFileSync(run.folder.actions)];
    for (let round = 0; round < 2; round++) expect(played(run, decider, '1')).toEqual(recorded);
    expect(decider).toMatchObject({ remembers: false, knowsWorld: false });
  });
});

describe('deciderNamed(policy, seed)', () => {
  it('plays what the policy of that name plays, from its first day on each time', async () => {
    const { results, run } = await trained('q-learning');
    const context = { scenario: run, results, training: { episodes: 2, heldOutUsers: 25 }, origins: {} };
    for (const name of ['none', 'random', 'reminder', 'latest']) {
      const policy = namedPolicy(name, context);
      const plan = { users: 25, seed: seeds.heldOut('3'), record: true };
      const expected = [...evaluate(run.program, await policy.for('3'), plan).actions];
      const decider = await deciderNamed(policy, '3');
      for (let round = 0; round < 2; round++) expect(played(run, decider, '3'), name).toEqual(expected);
    }
  });

  it('shows the optimum the world it is played in, also where it is asked about one user', async () => {
    const scenario = loadWith(findScenario('toymaker'), {}, 'declared');
    const context = { scenario, results: 'x', training: { episodes: 2, heldOutUsers: 25 }, origins: {} };
    const decider = await deciderNamed(namedPolicy('optimal', context), '1');
    expect(decider.knowsWorld).toBe(true);
    const actions = Uint8Array.from(played(scenario, decider, '1'));
    const recording = { program: scenario.program, users: 25, seed: seeds.heldOut('1'), actions, label: '' };
    const replay = openReplay(recording);
    const action = 1 - actions[4 * 25 + 7];
    const choice = { who: { kind: 'user', user: 7 }, action, day: 5, days: 1 } as const;
    const fork = atOnce(forkWork(replay, choice, decider)).recording.actions;
    const overruled = (world: PopulationEnvironment): Policy => {
      const own = decider.create(world);
      return {
        selectActions(observation, chosen) {
          own.selectActions(observation, chosen);
          if (world.day === 4) chosen[7] = action;
        },
      };
    };
    const { program, seed } = recording;
    expect(fork).toEqual(evaluate(program, overruled, { users: 25, seed, record: true }).actions);
    expect(fork).not.toEqual(actions);
    for (const day of [1, 5, 12]) {
      const hidden = { kind: 'untold', reason: 'it goes by the true state, not by what is seen' };
      const chosen = actions[(day - 1) * 25 + 7];
      expect(advise(replay, 7, day, decider)).toMatchObject({ chosen, taken: chosen, hidden });
    }
  });
});
