import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, openBackend } from '../../../agents/deep/backend.ts';
import { AGENTS } from '../../../agents/index.ts';
import { type AgentKind, settingsOf } from '../../../agents/kinds.ts';
import type { Agent, Policy, Snapshot } from '../../../environments/contract.ts';
import { interact } from '../../../src/experiment/interact.ts';
import { liveEpisodes } from '../../support/episodes.ts';
import { restInvestLeave } from '../../support/restInvestLeave.ts';
import { open, type TidyEngine } from './openEngines.ts';
import { expectClose } from './simd/trials.ts';

const USERS = 30;
const HORIZON = 8;
const EPISODES = ['a', 'b', 'c'];
const KINDS = AGENTS.filter(({ networks }) => networks !== undefined).map(
  (kind) => [kind.name, kind] as const,
);

/** Settings that let every kind learn something from a few days, as far as it has them. */
const QUICK = {
  hiddenUnits: 8,
  learningRate: 0.01,
  batchSize: 32,
  warmUp: 30,
  targetRate: 0.2,
  historyUnits: 4,
  historySteps: 3,
  historyDays: 4,
};

let tensors: Backend;
let engines: TidyEngine[] = [];
beforeAll(async () => {
  tensors = await openBackend('wasm');
});
afterEach(() => {
  for (const engine of engines) engine.tidyUp();
  engines = [];
});

async function agentOf(
  kind: AgentKind,
  { engine: name = 'simd', world = restInvestLeave(USERS, HORIZON), given = {} }: AgentOptions = {},
): Promise<Agent> {
  const engine = await open(name);
  engines.push(engine);
  const known = Object.entries({ ...QUICK, ...given }).filter(([setting]) => setting in kind.hyperparameters);
  const context = { key: 1, trainingDays: EPISODES.length * HORIZON, engine, tensors };
  return kind.create(world.spec, context, settingsOf(kind, Object.fromEntries(known)));
}

interface AgentOptions {
  readonly engine?: 'simd' | 'wasm';
  readonly world?: ReturnType<typeof restInvestLeave>;
  readonly given?: Readonly<Record<string, number>>;
}

async function trained(kind: AgentKind, options?: AgentOptions): Promise<Agent> {
  const agent = await agentOf(kind, options);
  liveEpisodes(restInvestLeave(USERS, HORIZON), agent, EPISODES);
  return agent;
}

/** What a policy does with what probability on every day of an episode, and what it then does. */
function played(policy: Policy): { laws: number[][]; choices: number[][] } {
  const [laws, choices]: number[][][] = [[], []];
  const law = new Float64Array(3 * USERS);
  const watched: Policy = {
    selectActions(observation, actions) {
      policy.actionProbabilities!(observation, law);
      laws.push([...law]);
      policy.selectActions(observation, actions);
      choices.push([...actions]);
    },
  };
  for (const _ of interact(restInvestLeave(USERS, HORIZON), watched, 'play'));
  return { laws, choices };
}

/** The same with the sign of every weight of its networks turned. */
function contrary(snapshot: Snapshot): Snapshot {
  const turned = (name: string, part: Snapshot[string]) =>
    part instanceof Float32Array && name.endsWith('.parameters') ? part.map((weight) => -weight) : part;
  return Object.fromEntries(Object.entries(snapshot).map(([name, part]) => [name, turned(name, part)]));
}

const bytesOf = (snapshot: Snapshot) =>
  Object.values(snapshot).reduce<number>(
    (sum, part) => sum + (typeof part === 'object' ? part.byteLength : 8),
    0,
  );

describe.each(KINDS)('savePolicy() of %s', (_, kind) => {
  it('restored into a new agent plays as greedy() did, whatever that agent played before', async () => {
    const agent = await trained(kind);
    const [saved, wanted] = [structuredClone(agent.savePolicy!()), played(agent.greedy())];
    const fresh = await agentOf(kind);
    const policies = [fresh.greedy(), fresh.greedy()];
    fresh.restorePolicy!(contrary(saved));
    expect(played(policies[0])).not.toEqual(wanted);
    fresh.restorePolicy!(saved);
    expect(played(policies[1])).toEqual(wanted);
    expect(fresh.savePolicy!()).toEqual(saved);
  });

  it('is a copy, which leaves the agent as it is and is no larger than save()', async () => {
    const agent = await trained(kind);
    const [saved, all] = [agent.savePolicy!(), agent.save()];
    const kept = structuredClone(saved);
    liveEpisodes(restInvestLeave(USERS, HORIZON), agent, ['d']);
    expect(saved).toEqual(kept);
    expect(agent.savePolicy!()).not.toEqual(kept);
    expect(bytesOf(saved)).toBeLessThan(bytesOf(all));
    for (const name of Object.keys(saved)) expect(all[name]).toEqual(saved[name]);
  });

  it('of networks on simd plays on wasm with the same probabilities', async () => {
    const agent = await trained(kind);
    const other = await agentOf(kind, { engine: 'wasm' });
    other.restorePolicy!(agent.savePolicy!());
    const [actual, wanted] = [played(other.greedy()), played(agent.greedy())];
    for (const [day, law] of wanted.laws.entries()) expectClose(actual.laws[day], law, 1e-4);
    expect(wanted.laws.length).toBe(HORIZON);
  });

  it('is refused in parts, from another world or from other networks, and nothing changes', async () => {
    const agent = await trained(kind);
    const world = restInvestLeave(USERS, HORIZON);
    const { spec } = world;
    const [saved, fresh] = [agent.savePolicy!(), await agentOf(kind)];
    const before = played(fresh.greedy());
    const parts = Object.entries(saved);
    const incomplete = parts.map((part) => Object.fromEntries(parts.filter((other) => other !== part)));
    const wrong: Snapshot[] = [
      {},
      ...incomplete,
      (await agentOf(kind, { world: { ...world, spec: { ...spec, features: ['state', 'more'] } } }))
        .savePolicy!(),
      (await agentOf(kind, { world: { ...world, spec: { ...spec, stateCount: 5 } } })).savePolicy!(),
      (await agentOf(kind, { given: { hiddenUnits: 9, duelling: 0 } })).savePolicy!(),
    ];
    for (const snapshot of wrong) expect(() => fresh.restorePolicy!(snapshot)).toThrow(RangeError);
    expect(played(fresh.greedy())).toEqual(before);
  });
});
