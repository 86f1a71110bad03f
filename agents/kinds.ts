import type { Agent, EnvironmentSpec, Policy } from '../environments/contract.ts';
import type { Backend } from './deep/backend.ts';
import type { NetworkEngine } from './deep/networks/network.ts';

/** One setting of an agent. */
export interface Hyperparameter {
  readonly default: number;
  /** lowest and highest value accepted */
  readonly range: readonly [number, number];
  /** meaning, unit and typical values, in one sentence */
  readonly about: string;
  /** lowest and highest value that people use */
  readonly typical?: readonly [number, number];
  /** where it comes from, where that is not the agent's own source */
  readonly source?: string;
}

/** What an agent or policy is given besides the environment's spec. */
export interface AgentContext {
  /** 32-bit key of the random stream that only this agent uses */
  readonly key: number;
  /** days it will learn for, over all episodes; schedules stretch over them */
  readonly trainingDays: number;
  /** what computes the networks of those that have any; the fused SIMD kernel if not given */
  readonly engine?: NetworkEngine;
  /** TensorFlow.js, for those whose networks are more than dense layers */
  readonly tensors?: Backend;
}

/** A policy that does not learn. */
export interface PolicyKind {
  readonly name: string;
  readonly about: string;
  create(spec: EnvironmentSpec, context: Pick<AgentContext, 'key'>): Policy;
}

/** An algorithm that learns a policy. */
export interface AgentKind<Settings extends string = string> {
  readonly name: string;
  readonly about: string;
  /** paper, book section or equation */
  readonly source: string;
  /** the networks it learns with; what computes them decides the last bits of its results */
  readonly networks?: 'dense' | 'recurrent';
  readonly hyperparameters: Readonly<Record<Settings, Hyperparameter>>;
  create(spec: EnvironmentSpec, context: AgentContext, settings: Readonly<Record<Settings, number>>): Agent;
}

/** A setting that does not exist or is out of its range. */
export class SettingError extends Error {
  override name = 'SettingError';
}

/**
 * The defaults of an agent with some settings replaced.
 *
 * @throws SettingError naming the setting, its range and the value
 */
export function settingsOf<Settings extends string>(
  kind: Pick<AgentKind<Settings>, 'name' | 'hyperparameters'>,
  given: Readonly<Record<string, number>>,
): Record<Settings, number> {
  const known = Object.keys(kind.hyperparameters) as Settings[];
  for (const name of Object.keys(given)) {
    if (!(known as string[]).includes(name)) {
      throw new SettingError(`${kind.name} has no setting "${name}"; it has ${known.join(', ')}`);
    }
  }
  const entries = known.map((name) => {
    const { default: initial, range } = kind.hyperparameters[name];
    const value = given[name] ?? initial;
    if (!(value >= range[0] && value <= range[1])) {
      throw new SettingError(
        `expected ${kind.name} ${name} to be between ${range[0]} and ${range[1]}, got ${value}`,
      );
    }
    return [name, value];
  });
  return Object.fromEntries(entries) as Record<Settings, number>;
}
