import { AGENTS } from '../../../agents/index.ts';
import type { RunFolder } from '../../experiment/runFolder.ts';
import type { RunRecord } from '../../experiment/runRecord.ts';
import { type NamedPolicy, namedPolicy, policyNames } from '../policies.ts';
import { findRun, looksLikeRun } from '../runs.ts';
import { type LoadedScenario, loadWith } from '../scenarioOptions.ts';
import { DEFAULT_EPISODES, defaultHeldOut } from '../trainingOptions.ts';
import { finishedRun } from './finishedRun.ts';
import type { Replayed } from './replayed.ts';

/** The policy that a recording is compared with. */
export interface OtherPolicy {
  /** what a command line calls it */
  readonly label: string;
  /** what people call it */
  readonly title: string;
  /** a rule, or the agent of a run */
  readonly name: string;
  /** what is kept of the run; undefined: a rule */
  readonly record: RunRecord | undefined;
  readonly policy: NamedPolicy;
  /** the scenario of the recording, as this policy sees it */
  readonly scenario: LoadedScenario;
}

/**
 * Finds a rule of the scenario of a replay, a run, or a run of an agent. Nothing is trained.
 *
 * @throws UsageError where there is none
 */
export function otherPolicy(asked: string, replayed: Replayed, results: string): OtherPolicy {
  const rules = policyNames(replayed.scenario).filter((name) => AGENTS.every((agent) => agent.name !== name));
  if (!rules.includes(asked) && AGENTS.some(({ name }) => name === asked))
    return trained(finishedRun(asked, replayed, results), replayed, results);
  if (
    !rules.includes(asked) &&
    (asked === 'latest' || asked.startsWith('seed-') || looksLikeRun(asked, results))
  )
    return trained(findRun(asked, results, 'finished'), replayed, results);
  const { scenario } = replayed;
  const policy = named(asked, scenario, results);
  return { label: asked, title: asked, name: asked, record: undefined, policy, scenario };
}

/** The agent of a run, which sees of the recording's world what it saw of its own. */
function trained(run: RunFolder, { scenario: { source, program } }: Replayed, results: string): OtherPolicy {
  const record = run.read();
  const { configuration, id } = record;
  const parameters = Object.fromEntries(program.parameters.map(({ name, value }) => [name, value]));
  const scenario = loadWith(source, parameters, configuration.scenario.observe);
  const { name } = configuration.agent;
  return {
    label: run.label,
    title: `${name} ${id}`,
    name,
    record,
    policy: named(run.path, scenario, results),
    scenario,
  };
}

function named(asked: string, scenario: LoadedScenario, results: string): NamedPolicy {
  const training = { episodes: DEFAULT_EPISODES, heldOutUsers: defaultHeldOut(scenario.program) };
  return namedPolicy(asked, { scenario, results, training, origins: {} });
}
