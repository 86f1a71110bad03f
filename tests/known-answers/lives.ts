import type { AgentKind } from '../../agents/kinds.ts';
import { settingsOf } from '../../agents/kinds.ts';
import type { Agent } from '../../environments/contract.ts';
import type { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../environments/random/streams.ts';
import { loadScenario, readScenarioFile } from '../../environments/scenario/loadScenario.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { seeds } from '../../src/experiment/configuration.ts';
import { type LivedDay, learn } from '../../src/experiment/interact.ts';

/** One learner with one user, as in the book: constant step size, the same ε all the time. */
export const AS_IN_THE_BOOK = { stepSizeVisits: 0, epsilonSpread: 0, epsilonPart: 0 } as const;

export interface Plan {
  readonly kind: AgentKind;
  readonly settings: Readonly<Record<string, number>>;
  readonly episodes: number;
}

export function classic(name: string): Program {
  return loadScenario(readScenarioFile(`scenarios/classics/${name}.yaml`));
}

/**
 * Trains one agent on one user in the ordinary loop.
 *
 * @param seen hears of every day, with the number of the episode
 * @param after is called at the end of every episode
 */
export function liveThrough(
  environment: PopulationEnvironment,
  { kind, settings, episodes }: Plan,
  seed: string,
  seen: (day: LivedDay, episode: number) => void,
  after: (agent: Agent, episode: number) => void = () => {},
): void {
  const { spec } = environment;
  const context = { key: streamKey(seed, 'exploration'), trainingDays: episodes * spec.horizon };
  const agent = kind.create(spec, context, settingsOf(kind, settings));
  for (let episode = 0; episode < episodes; episode++) {
    for (const day of learn(environment, agent, seeds.training(seed, episode))) seen(day, episode);
    after(agent, episode);
  }
}

/** Mean and standard error. */
export function meanOf(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}
