import type { Decider } from '../replay/decider.ts';
import { type OpenedRun, trainedAgent } from './runs.ts';
import { agentKind } from './trainingOptions.ts';

/**
 * The policy of a finished run, to be asked again about what it recorded.
 *
 * @throws UsageError if the run is not finished
 */
export async function deciderOf(run: OpenedRun): Promise<Decider> {
  const agent = await trainedAgent(run);
  const { networks } = agentKind(run.record.configuration.agent.name);
  return { remembers: networks === 'recurrent', knowsWorld: false, create: () => agent.greedy() };
}
