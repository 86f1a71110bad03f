import type { RunRecord } from '../../experiment/runRecord.ts';
import type { Decider } from '../../replay/decider.ts';
import type { Estimator } from '../../replay/marks/surprises.ts';
import type { Recording } from '../../replay/recording.ts';
import { isShipped } from '../scenarioFiles.ts';
import { type LoadedScenario, loadWith } from '../scenarioOptions.ts';
import { shellWord } from '../shellWord.ts';

/** What a replay is of. */
export interface Replayed {
  readonly recording: Recording;
  /** what a command line calls it */
  readonly label: string;
  readonly scenario: LoadedScenario;
  /** what is kept of the run; undefined: a rule that was played now */
  readonly record: RunRecord | undefined;
  /** the name of its policy: a rule, or the agent of a run */
  readonly policy: string;
  /** the run's seed, or the one that a rule was played with */
  readonly seed: string;
  /** its policy, to be asked again; loading it may take a while */
  readonly decider: () => Promise<Decider | undefined>;
  /** what it expects returns to be; undefined where it expects nothing, or what it learned by is not kept */
  readonly estimator: () => Promise<Estimator | undefined>;
}

/**
 * The scenario of a replay as words that a shell takes: its name or file, and the parameters that are set otherwise.
 */
export function scenarioWords({ scenario: { source, program } }: Pick<Replayed, 'scenario'>): {
  name: string;
  set: string;
} {
  const declared = loadWith(source, {}, 'declared').program.parameters;
  const changed = program.parameters.filter(({ value }, k) => value !== declared[k].value);
  return {
    name: shellWord(isShipped(program.name) ? program.name : source.file),
    set: changed.map(({ name, value }) => ` --set ${shellWord(`${name}=${value}`)}`).join(''),
  };
}
