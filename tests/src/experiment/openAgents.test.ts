import { describe, expect, it } from 'vitest';
import { openCompute } from '../../../agents/deep/engine.ts';
import { AGENTS } from '../../../agents/index.ts';
import { type AgentKind, settingsOf } from '../../../agents/kinds.ts';
import type { Agent, Environment, Snapshot, TimeStep } from '../../../environments/contract.ts';
import { UNBORN } from '../../../environments/population/people.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { learn } from '../../../src/experiment/interact.ts';
import { encodeSnapshot } from '../../../src/experiment/snapshotFile.ts';
import { fixture } from '../../environments/population/openWorld.ts';

const EPISODES = 2;
/** Networks learn from the first day on; a memory takes a moment. */
const SMALL = { warmUp: 40, batchSize: 32, historyUnits: 3, historySteps: 2, hiddenUnits: 8 };
const compute = await openCompute('simd', 'recurrent');

const WORLDS: Readonly<Record<string, readonly [Program, number]>> = {
  'open-shop': [fixture('open-shop', ['horizon: 40', 'horizon: 14'], ['rate: 1,', 'rate: 20,']), 10],
  'open-shop with a budget': [
    fixture(
      'open-shop',
      ['horizon: 40', 'horizon: 14'],
      ['arrivals:\n', 'budget: { on: cost, limit: 0.03 }\narrivals:\n'],
    ),
    10,
  ],
  'product-shop': [fixture('product-shop', ['users: 50', 'users: 6'], ['every: 7', 'every: 2']), 5],
};

function make(kind: AgentKind, { spec }: Environment): Agent {
  const known = Object.entries(SMALL).filter(([name]) => name in kind.hyperparameters);
  const context = { key: 7, trainingDays: EPISODES * spec.horizon, ...compute };
  return kind.create(spec, context, settingsOf(kind, Object.fromEntries(known)));
}

/** Learns an episode after the other, in a world that may be changed, from where a snapshot leaves off. */
function learned(
  kind: AgentKind,
  [program, users]: readonly [Program, number],
  { from, seeds = ['0', '1'], around = (world: PopulationEnvironment): Environment => world }: Options = {},
): Agent {
  const world = around(new PopulationEnvironment(program, { users }));
  const agent = make(kind, world);
  if (from) agent.restore(from);
  for (const seed of seeds) for (const _ of learn(world, agent, seed));
  return agent;
}

interface Options {
  readonly from?: Snapshot;
  readonly seeds?: readonly string[];
  readonly around?: (world: PopulationEnvironment) => Environment;
}

/** The same world with nonsense in the rows in which nobody is yet. */
function spoiled(world: PopulationEnvironment): Environment {
  const spoil = (step: TimeStep): TimeStep => {
    const [features, states] = [step.observation.features.slice(), step.observation.states.slice()];
    const width = world.spec.features.length;
    for (const [row, stage] of world.stages.entries()) {
      if (stage !== UNBORN) continue;
      features.fill(1e4 * (row + 1), row * width, (row + 1) * width);
      states[row] = world.spec.stateCount - 1;
    }
    return { ...step, observation: { ...step.observation, features, states } };
  };
  return {
    spec: world.spec,
    reset: (seed) => spoil(world.reset(seed)),
    step: (actions) => spoil(world.step(actions)),
    retention: () => world.retention(),
  };
}

const bytes = (agent: Agent) => Buffer.from(encodeSnapshot(agent.save())).toString('base64');

describe.each(AGENTS.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
  it.each(Object.keys(WORLDS))('learns in %s, and goes on from a snapshot to the same bytes', (name) => {
    const whole = learned(kind, WORLDS[name]);
    const half = learned(kind, WORLDS[name], { seeds: ['0'] }).save();
    expect(bytes(learned(kind, WORLDS[name], { from: half, seeds: ['1'] }))).toBe(bytes(whole));
    expect(bytes(whole)).not.toBe(bytes(learned(kind, WORLDS[name], { seeds: [] })));
    const [program, users] = WORLDS[name];
    const world = new PopulationEnvironment(program, { users });
    const { observation } = world.reset('h');
    const actions = new Uint8Array(world.spec.users).fill(255);
    whole.greedy().selectActions(observation, actions);
    expect([...actions].filter((action, i) => action > (observation.active[i] ? 2 : 0))).toEqual([]);
  });

  it.each(['open-shop', 'open-shop with a budget'])(
    'learns nothing in %s from rows in which nobody is yet',
    (name) => {
      expect(bytes(learned(kind, WORLDS[name], { around: spoiled }))).toBe(
        bytes(learned(kind, WORLDS[name])),
      );
    },
  );
});

describe('learn()', () => {
  it('teaches the actions that were taken, where a budget left some undone', () => {
    const [program, users] = WORLDS['open-shop with a budget'];
    const world = new PopulationEnvironment(program, { users });
    let undone = 0;
    let wished = new Uint8Array(0);
    const told: number[][] = [];
    const agent: Agent = {
      selectActions({ active }, actions) {
        actions.set(active);
        wished = actions.slice();
      },
      update(_, actions) {
        told.push([...actions]);
        return {};
      },
      greedy: () => agent,
      save: () => ({}),
      restore: () => {},
    };
    for (const { actions, next } of learn(world, agent, 'taken')) {
      expect(told[told.length - 1]).toEqual([...next.taken!]);
      expect([...actions]).toEqual([...next.taken!]);
      undone += wished.filter((action, i) => action !== actions[i]).length;
    }
    expect(undone).toBeGreaterThan(100);
  });
});
