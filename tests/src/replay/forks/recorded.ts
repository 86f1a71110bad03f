import { join } from 'node:path';
import { spendingPolicy } from '../../../../agents/budget/spending.ts';
import { openCompute } from '../../../../agents/deep/engine.ts';
import { AGENTS, policiesOf } from '../../../../agents/index.ts';
import { type AgentKind, settingsOf } from '../../../../agents/kinds.ts';
import type { Policy } from '../../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../../environments/population/populationEnvironment.ts';
import { loadScenario, readScenarioFile } from '../../../../environments/scenario/loadScenario.ts';
import type { Program } from '../../../../environments/scenario/program.ts';
import { evaluate } from '../../../../src/experiment/evaluate.ts';
import { learn } from '../../../../src/experiment/interact.ts';
import type { Decider } from '../../../../src/replay/decider.ts';
import type { Recording } from '../../../../src/replay/recording.ts';
import { openReplay, type Replay } from '../../../../src/replay/replay.ts';
import { diary } from './diary.ts';

/** Worlds of every kind, small enough to be played in a moment. */
export const WORLDS = {
  closed: () => edited('small-shop', []),
  'not always available': () =>
    edited('small-shop', [['cost: 0.0625, pull: 1 }', 'cost: 0.0625, pull: 1, when: tired < 1 }']]),
  open: () => edited('open-shop', [['value: 0.02', 'value: 0.1']]),
  'a budget a day': () =>
    edited('budget-shop', [
      ['horizon: 60', 'horizon: 30'],
      ['limit: 0.004', 'limit: 0.03'],
    ]),
  'a budget for all days': () =>
    edited('open-shop', [['arrivals:\n', 'budget: { on: contacts, limit: 6, per: episode }\narrivals:\n']]),
  product: () =>
    edited('product-shop', [
      ['users: 50', 'users: 8'],
      ['founders: 100', 'founders: 30'],
    ]),
} as const satisfies Readonly<Record<string, () => Program>>;

export type World = keyof typeof WORLDS;

/** A scenario of the fixtures, with some of its text written otherwise. */
export function edited(name: string, edits: readonly (readonly [from: string, to: string])[]): Program {
  const source = readScenarioFile(join(import.meta.dirname, '../../../fixtures', `${name}.yaml`));
  let { text } = source;
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`${name} has no "${from}"`);
    text = text.replace(from, () => to);
  }
  return loadScenario({ ...source, text });
}

/** A scenario played by a policy that can be asked again. */
export interface Recorded {
  readonly program: Program;
  readonly recording: Recording;
  readonly replay: Replay;
  readonly decider: Decider;
}

const compute = await openCompute('simd', 'recurrent');
const EPISODES = 2;
const SMALL = { warmUp: 40, batchSize: 32, historyUnits: 3, historySteps: 2, hiddenUnits: 8 };

/** Plays a rule, the diary, or an agent that has learned for a moment. */
export function recorded(world: World, policy: string, users = world === 'product' ? 3 : 20): Recorded {
  const program = WORLDS[world]();
  return playedBy(program, deciderNamed(policy, program, users), users);
}

/** Plays a policy. */
export function playedBy(program: Program, decider: Decider, users: number): Recorded {
  const policy = (world: PopulationEnvironment): Policy => decider.create(world);
  const { actions } = evaluate(program, policy, { users, seed: 'forked', record: true });
  const recording = { program, users, seed: 'forked', actions, label: program.name };
  return { program, recording, replay: openReplay(recording), decider };
}

function deciderNamed(name: string, program: Program, users: number): Decider {
  const { length } = program.actions;
  if (name === 'diary') return { remembers: true, knowsWorld: false, create: () => diary(length) };
  const kind = AGENTS.find((agent) => agent.name === name);
  return kind ? learnedDecider(kind, program, users) : fixedDecider(name, program);
}

function fixedDecider(name: string, program: Program): Decider {
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  const kind = policiesOf(spec).find((policy) => policy.name === name);
  if (!kind) throw new Error(`there is no policy "${name}"`);
  const create = () => spendingPolicy(kind.create(spec, { key: 5 }), spec, 'ranked');
  return { remembers: false, knowsWorld: false, create };
}

function learnedDecider(kind: AgentKind, program: Program, users: number): Decider {
  const world = new PopulationEnvironment(program, { users });
  const settings = Object.entries(SMALL).filter(([name]) => name in kind.hyperparameters);
  const context = { key: 7, trainingDays: EPISODES * world.spec.horizon, ...compute };
  const agent = kind.create(world.spec, context, settingsOf(kind, Object.fromEntries(settings)));
  for (let episode = 0; episode < EPISODES; episode++) for (const _ of learn(world, agent, `${episode}`));
  const create = () => spendingPolicy(agent.greedy(), world.spec, 'ranked');
  return { remembers: kind.networks === 'recurrent', knowsWorld: false, create };
}
