import { isSpending, type Spending, spendingPolicy } from '../../agents/budget/spending.ts';
import { AGENTS, policiesOf } from '../../agents/index.ts';
import type { Agent, Policy } from '../../environments/contract.ts';
import { whyNotFinite } from '../../environments/exact/finite.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../environments/random/streams.ts';
import { suggestion } from '../../environments/scenario/diagnostics.ts';
import type { Origin } from '../experiment/configuration.ts';
import type { PolicyOf } from '../experiment/optimalPolicy.ts';
import { agentPolicy } from './agentPolicy.ts';
import type { ResolvedBackends } from './backends.ts';
import { UsageError } from './command.ts';
import { OPTIMAL_NAMES, optimalNamed } from './optimalPolicies.ts';
import { runPolicy } from './runPolicy.ts';
import { looksLikeRun } from './runs.ts';
import type { LoadedScenario } from './scenarioOptions.ts';
import type { RunRequest } from './trainingOptions.ts';
import type { TrainJob } from './trainJob.ts';

/** A policy under the name it was asked for, made anew for every seed. */
export interface NamedPolicy {
  readonly name: string;
  /** whether it was learned rather than written down */
  readonly learns: boolean;
  /** whether it is a run, the same one whatever the seed, rather than trained for each */
  readonly trainedOnce?: boolean;
  /** whether what it does depends on the days before, beyond what is seen today */
  readonly remembers?: boolean;
  /** the rule of the scenario that it is; undefined: it is none */
  readonly rule?: string;
  /** what it is, in a few words */
  readonly about: string;
  for(seed: string): Policy | PolicyOf | Promise<Policy>;
  /** who learned it; undefined where it was written down */
  learner?(seed: string): Promise<Agent>;
  /** the run that `for` needs; undefined where it needs none, or it is there */
  job?(seed: string): TrainJob | undefined;
}

/** What agents among the policies are trained with. */
export interface PolicyContext {
  readonly scenario: LoadedScenario;
  readonly results: string;
  readonly training: Pick<RunRequest, 'users' | 'episodes' | 'heldOutUsers'>;
  /** days that policies are played; the scenario's horizon if not given */
  readonly days?: number;
  /** settings of the agents that have them */
  readonly settings?: Readonly<Record<string, number>>;
  /** what computes the networks of agents that have any */
  readonly backends?: ResolvedBackends;
  /** where each value of an agent's configuration came from */
  readonly origins: Readonly<Record<string, Origin>>;
}

/** Names that `namedPolicy` knows for a scenario, runs left out. */
export function policyNames({ program }: LoadedScenario): string[] {
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  const solved = whyNotFinite(program).length === 0 ? OPTIMAL_NAMES : [];
  return [...policiesOf(spec).map(({ name }) => name), ...solved, ...AGENTS.map(({ name }) => name)];
}

/**
 * Finds a policy: a rule of the scenario, an agent (trained on the fly for each seed, or taken from an equal run),
 * or a run.
 *
 * @throws UsageError with the nearest name
 */
export function namedPolicy(asked: string, context: PolicyContext): NamedPolicy {
  const [name, spending] = spendingOf(asked, context);
  const { spec } = new PopulationEnvironment(context.scenario.program, { users: 1 });
  const fixed = policiesOf(spec).find((policy) => policy.name === name);
  if (fixed) {
    const create = (seed: string) =>
      spendingPolicy(fixed.create(spec, { key: streamKey(seed, 'policy') }), spec, spending);
    const rule = context.scenario.program.rules.some((own) => own.name === name) ? { rule: name } : {};
    return { name: asked, learns: false, about: fixed.about, for: create, ...rule };
  }
  const { program } = context.scenario;
  if (OPTIMAL_NAMES.includes(name)) return optimalNamed(name, program, context.days ?? program.horizon);
  const agent = AGENTS.find((kind) => kind.name === name);
  if (agent) return { ...agentPolicy(agent, context, spending), name: asked };
  if (name === 'latest' || looksLikeRun(name, context.results)) return runPolicy(name, context);
  const known = policyNames(context.scenario);
  throw new UsageError(
    `there is no policy or run "${name}"${suggestion(name, known)}\npolicies here: ${known.join(', ')}`,
  );
}

/**
 * Splits "q-learning:priced" where the scenario has a budget; a name alone is ranked.
 *
 * @throws UsageError where there is no budget to be spent
 */
function spendingOf(asked: string, { scenario: { program } }: PolicyContext): [string, Spending | undefined] {
  const [, name, spending] = /^(.+):([a-z]+)$/.exec(asked) ?? [];
  if (name !== undefined && spending !== undefined && isSpending(spending)) {
    if (program.budget) return [name, spending];
    throw new UsageError(`${asked}: ${program.name} has no budget to be spent; write ${name}`);
  }
  return [asked, program.budget && 'ranked'];
}
