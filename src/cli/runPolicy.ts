import type { Program } from '../../environments/scenario/program.ts';
import { UsageError } from './command.ts';
import type { NamedPolicy, PolicyContext } from './policies.ts';
import { findRun, openRun, trainedAgent } from './runs.ts';
import { agentKind } from './trainingOptions.ts';

/**
 * The policy that a run learned.
 *
 * @throws UsageError where there is no such run, or it was trained on something else
 */
export function runPolicy(name: string, { scenario, results }: PolicyContext): NamedPolicy {
  const run = openRun(findRun(name, results, 'finished'));
  const { name: made } = run.record.configuration.scenario;
  if (made !== scenario.program.name) {
    throw new UsageError(`run ${name} was trained on ${made}, not on ${scenario.program.name}`);
  }
  if (meaningOf(run.program) !== meaningOf(scenario.program)) {
    throw new UsageError(
      `run ${name} was trained with other observations or actions of ${made}; see --observe`,
    );
  }
  const { agent, seed } = run.record.configuration;
  const learner = () => trainedAgent(run);
  return {
    name,
    learns: true,
    trainedOnce: true,
    remembers: agentKind(agent.name).networks === 'recurrent',
    about: `${agent.name} trained with seed ${seed}`,
    for: async () => (await learner()).greedy(),
    learner,
  };
}

/** What a policy sees and may do: where these differ, its choices mean something else. */
function meaningOf({ observe, actions }: Program): string {
  const seen = observe.map(({ name, formula, bins, members }) => [name, formula.text, bins, members]);
  return JSON.stringify([seen, actions.map((action) => action.name)]);
}
