import { existsSync } from 'node:fs';
import type { Agent, Observation } from '../../../environments/contract.ts';
import { restoreAgent } from '../../experiment/agentFile.ts';
import type { Estimator } from '../../replay/marks/surprises.ts';
import { freshAgent, type OpenedRun } from '../runs.ts';

/**
 * What the agent of a run expects returns to be, from its last checkpoint: the policy that is kept beside it may be by
 * another measure.
 *
 * @returns undefined where it values nothing, looks at one day only, learns from something else than the scenario's
 * rewards, or goes by the days before
 */
export async function estimatorOf(run: OpenedRun): Promise<Estimator | undefined> {
  const { settings } = run.record.configuration.agent;
  const { discount, returnShare = 0 } = settings;
  if (discount === undefined || returnShare > 0 || !existsSync(run.folder.checkpoint)) return undefined;
  const { agent, kind } = await freshAgent(run);
  if (kind.networks === 'recurrent') return undefined;
  restoreAgent(agent, run.folder.checkpoint);
  const values = agent.estimates ?? tabulated(agent, run.program.actions.length);
  return values && { values, discount };
}

function tabulated({ actionValues }: Agent, actions: number): Estimator['values'] | undefined {
  if (!actionValues) return undefined;
  return ({ states }: Observation) => {
    const values = new Float64Array(states.length * actions);
    for (const [user, state] of states.entries()) values.set(actionValues(state), user * actions);
    return values;
  };
}
