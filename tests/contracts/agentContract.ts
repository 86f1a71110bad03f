import { describe, expect, it } from 'vitest';
import { policiesOf } from '../../agents/index.ts';
import { type AgentContext, type AgentKind, settingsOf } from '../../agents/kinds.ts';
import type { Agent, Environment, Observation, Policy, TimeStep } from '../../environments/contract.ts';
import { discountedReturn, liveEpisodes } from '../support/episodes.ts';
import { restInvestLeave } from '../support/restInvestLeave.ts';
import {
  choicesOf,
  expectDecisions,
  expectProbabilities,
  mixedObservation,
  withAvailability,
} from './policyContract.ts';

const HORIZON = 10;
const EPISODES = ['a', 'b', 'c', 'd'];

/** What holds for every agent that learns. A new one joins by its line in `agents/index.ts`. */
export function agentContract(kind: AgentKind, compute: Pick<AgentContext, 'engine' | 'tensors'>): void {
  // The worlds here are small, and so is a memory, to be quick; what it is worth is tested elsewhere.
  const small = { warmUp: 200, targetRate: 0.05, historyUnits: 3, historySteps: 5 };
  const given = Object.fromEntries(Object.entries(small).filter(([name]) => name in kind.hyperparameters));
  const make = ({ spec }: Environment, key = 1, episodes = EPISODES.length): Agent =>
    kind.create(spec, { key, trainingDays: episodes * HORIZON, ...compute }, settingsOf(kind, given));

  describe(`${kind.name}, as an agent`, () => {
    choosing(make);
    remembering(make);
    settings(kind);

    // A memory that has been taught next to nothing is in the way; tests/agents/deep/history has what it is worth.
    it.skipIf(kind.networks === 'recurrent')(
      'greedy() earns more than chance and doing nothing, by its own measure, once it has learned',
      () => {
        const discount = kind.hyperparameters['discount']?.default ?? 0;
        const world = restInvestLeave(50, HORIZON);
        const agent = make(world, 1, 40);
        liveEpisodes(
          world,
          agent,
          Array.from({ length: 40 }, (_, episode) => `episode ${episode}`),
        );
        const learned = discountedReturn(world, agent.greedy(), discount);
        for (const name of ['none', 'random']) {
          const baseline = policiesOf(world.spec).find((policy) => policy.name === name);
          expect(baseline).toBeDefined();
          const policy = baseline!.create(world.spec, { key: 2 });
          expect(learned).toBeGreaterThan(discountedReturn(world, policy, discount));
        }
      },
    );
  });
}

/** The world of `restInvestLeave`, which says of every action that it is available to who is there. */
function tellingAvailability(users: number): Environment {
  const world = restInvestLeave(users, HORIZON);
  const tell = (step: TimeStep): TimeStep => {
    const { active } = step.observation;
    const available = Uint8Array.from({ length: 3 * users }, (_, cell) => active[Math.floor(cell / 3)]);
    return { ...step, observation: { ...step.observation, available } };
  };
  return {
    spec: world.spec,
    reset: (seed) => tell(world.reset(seed)),
    step: (actions) => tell(world.step(actions)),
  };
}

/** What a policy does with what probability: users × actions. */
function lawOf(policy: Policy, observation: Observation): number[] {
  const probabilities = new Float64Array(3 * observation.active.length);
  policy.actionProbabilities!(observation, probabilities);
  return [...probabilities];
}

type Make = (world: Environment, key?: number, episodes?: number) => Agent;

function choosing(make: Make): void {
  it('selectActions() takes an action of the world for who is there, and the first for who has left', () => {
    const world = restInvestLeave(500, HORIZON);
    const agent = make(world);
    for (const seed of EPISODES) {
      expectDecisions(agent, mixedObservation(500), 3);
      expectDecisions(agent.greedy(), mixedObservation(500), 3);
      liveEpisodes(world, agent, [seed]);
    }
  });

  it('selectActions() takes available actions only, and the first where there is none', () => {
    const world = restInvestLeave(500, HORIZON);
    const agent = make(world);
    const restricted = withAvailability(mixedObservation(500), 3);
    for (const seed of EPISODES) {
      expectDecisions(agent, restricted, 3);
      expectDecisions(agent.greedy(), restricted, 3);
      liveEpisodes(world, agent, [seed]);
    }
  });

  it('selectActions() and update() do not mind being told that every action is available', () => {
    const [plain, telling] = [restInvestLeave(20, HORIZON), tellingAvailability(20)];
    const [agent, told] = [make(plain), make(telling)];
    expect(liveEpisodes(telling, told, EPISODES)).toEqual(liveEpisodes(plain, agent, EPISODES));
    expect(told.save()).toEqual(agent.save());
  });

  it('selectActions() and update() do the same again from the same key', () => {
    const [one, other] = [restInvestLeave(20, HORIZON), restInvestLeave(20, HORIZON)];
    const [agent, twin] = [make(one), make(other)];
    expect(liveEpisodes(one, agent, EPISODES)).toEqual(liveEpisodes(other, twin, EPISODES));
    expect(agent.save()).toEqual(twin.save());
  });

  it('selectActions() explores in another way with another key', () => {
    const world = restInvestLeave(20, HORIZON);
    expect(liveEpisodes(world, make(world, 1), EPISODES)).not.toEqual(
      liveEpisodes(world, make(world, 2), EPISODES),
    );
  });

  it('actionProbabilities() add up to 1 and match what it does, exploring or not', () => {
    const users = 20_000;
    const world = restInvestLeave(users, HORIZON);
    const agent = make(world);
    const observations = [mixedObservation(users), withAvailability(mixedObservation(users), 3)];
    for (const seed of EPISODES.slice(0, 2)) {
      for (const seen of observations) expectProbabilities(agent, seen, 3);
      liveEpisodes(world, agent, [seed]);
    }
    for (const seen of observations) {
      expectProbabilities(agent, seen, 3);
      expectProbabilities(agent.greedy(), seen, 3);
    }
  });

  it('greedy() is the same every time, follows the agent, and leaves its exploration alone', () => {
    const world = restInvestLeave(50, HORIZON);
    const [agent, undisturbed] = [make(world, 3), make(world, 3)];
    const greedy = agent.greedy();
    const seen = mixedObservation(50);
    const before = lawOf(greedy, seen);
    expect(lawOf(greedy, seen)).toEqual(before);
    expect(choicesOf(agent.greedy(), seen)).toEqual(choicesOf(agent.greedy(), seen));
    expect(liveEpisodes(world, agent, EPISODES)).toEqual(liveEpisodes(world, undisturbed, EPISODES));
    expect(lawOf(greedy, seen)).toEqual(lawOf(agent.greedy(), seen));
    expect(lawOf(greedy, seen)).not.toEqual(before);
  });
}

function remembering(make: Make): void {
  const [past, future] = [EPISODES.slice(0, 2), EPISODES.slice(2)];

  it('restore() of what save() gave at the end of an episode goes on with the same choices and values', () => {
    const world = restInvestLeave(20, HORIZON);
    const agent = make(world);
    liveEpisodes(world, agent, past);
    const revived = make(world);
    revived.restore(agent.save());
    expect(revived.save()).toEqual(agent.save());
    expect(liveEpisodes(world, revived, future)).toEqual(liveEpisodes(world, agent, future));
    expect(revived.save()).toEqual(agent.save());
  });

  it('save() gives a copy that does not change as the agent learns on', () => {
    const world = restInvestLeave(20, HORIZON);
    const agent = make(world);
    liveEpisodes(world, agent, past);
    const saved = agent.save();
    const kept = structuredClone(saved);
    liveEpisodes(world, agent, future);
    expect(saved).toEqual(kept);
    expect(agent.save()).not.toEqual(kept);
  });

  it('restore() refuses a snapshot of another size or with a part missing, and stays as it was', () => {
    const world = restInvestLeave(20, HORIZON);
    const larger = make({ ...world, spec: { ...world.spec, stateCount: 3 } });
    const agent = make(world);
    liveEpisodes(world, agent, past);
    const before = agent.save();
    const parts = Object.entries(before);
    const incomplete = parts.map((part) => Object.fromEntries(parts.filter((other) => other !== part)));
    for (const wrong of [larger.save(), {}, ...incomplete])
      expect(() => agent.restore(wrong)).toThrow(RangeError);
    expect(agent.save()).toEqual(before);
  });
}

function settings(kind: AgentKind): void {
  const { name, hyperparameters } = kind;

  it.each(Object.entries(hyperparameters))(
    'setting %s has a default in its range and says what it is',
    (_, setting) => {
      const [low, high] = setting.range;
      expect(setting.default).toBeGreaterThanOrEqual(low);
      expect(setting.default).toBeLessThanOrEqual(high);
      expect(setting.about).toMatch(/\w+ \w+/);
    },
  );

  it.each(Object.entries(hyperparameters))(
    'setting %s is refused outside its range',
    (setting, { range }) => {
      const [low, high] = range;
      for (const value of [low - 1, high + 1, Number.NaN])
        expect(() => settingsOf(kind, { [setting]: value })).toThrow(
          `expected ${name} ${setting} to be between ${low} and ${high}, got ${value}`,
        );
      expect(settingsOf(kind, { [setting]: low })).toHaveProperty(setting, low);
      expect(settingsOf(kind, { [setting]: high })).toHaveProperty(setting, high);
    },
  );

  it('a setting it does not have is refused with those it has', () => {
    const known = Object.keys(hyperparameters).join(', ');
    for (const wrong of ['steepness', 'constructor', '__proto__'])
      expect(() => settingsOf(kind, JSON.parse(`{ "${wrong}": 1 }`))).toThrow(
        `${name} has no setting "${wrong}"; it has ${known}`,
      );
  });
}
