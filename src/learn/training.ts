import { type AgentKind, settingsOf } from '../../agents/kinds.ts';
import type { Agent } from '../../environments/contract.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../environments/random/streams.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { seeds } from '../experiment/configuration.ts';
import { type LivedDay, learn } from '../experiment/interact.ts';
import type { Work } from './lesson.ts';

/** How an agent is trained in a lesson. */
export interface Plan {
  readonly kind: AgentKind;
  /** what differs from the agent's defaults */
  readonly settings: Readonly<Record<string, number>>;
  /** in each episode */
  readonly users: number;
  readonly episodes: number;
  /** decides about people and luck as it does for `tenure train` */
  readonly seed: string;
}

/**
 * Trains an agent in the ordinary loop; yields after every episode. The same plan gives what `tenure train` gives.
 *
 * @param seen hears of every day, with the number of the episode from 0
 */
export function* trained(
  program: Program,
  { kind, settings, users, episodes, seed }: Plan,
  seen: (day: LivedDay, episode: number) => void = () => {},
): Work<Agent> {
  const environment = new PopulationEnvironment(program, { users });
  const { spec } = environment;
  const context = { key: streamKey(seed, 'exploration'), trainingDays: episodes * spec.horizon };
  const agent = kind.create(spec, context, settingsOf(kind, settings));
  for (let episode = 0; episode < episodes; episode++) {
    for (const day of learn(environment, agent, seeds.training(seed, episode))) seen(day, episode);
    yield (episode + 1) / episodes;
  }
  return agent;
}
