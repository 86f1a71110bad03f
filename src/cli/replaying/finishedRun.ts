import { basename, dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { writtenOut } from '../../../environments/scenario/layeredSource.ts';
import { digestOf } from '../../experiment/configuration.ts';
import { listRuns, RunError, type RunFolder } from '../../experiment/runFolder.ts';
import type { RunRecord } from '../../experiment/runRecord.ts';
import { UsageError } from '../command.ts';
import { shellWord } from '../shellWord.ts';
import { type Replayed, scenarioWords } from './replayed.ts';

/**
 * The finished run of an agent on the scenario of a replay: one with the same seed if there is one, else the newest.
 * Runs that cannot be read are left out.
 *
 * @throws UsageError naming the command that trains one
 */
export function finishedRun(agent: string, replayed: Replayed, results: string): RunFolder {
  const runs = listRuns(results)
    .filter((run) => basename(dirname(run.path)) === agent)
    .map((run) => ({ run, record: recordOf(run) }))
    .filter(({ record }) => record && isOf(record, replayed))
    .sort((one, other) => other.run.modified - one.run.modified);
  const found = runs.find(({ record }) => record?.configuration.seed === replayed.seed) ?? runs[0];
  if (found) return found.run;
  const { name, set } = scenarioWords(replayed);
  const where = results === 'results' ? '' : ` --results ${shellWord(results)}`;
  throw new UsageError(
    `${agent} has no finished run on ${replayed.scenario.program.name} in ${results}; train one with: tenure train ${name} --agent ${agent} --seed ${shellWord(replayed.seed)}${set}${where}`,
  );
}

/** Undefined where it cannot be read. */
function recordOf(run: RunFolder): RunRecord | undefined {
  try {
    return run.read();
  } catch (error) {
    if (error instanceof RunError || (error as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw error;
  }
}

function isOf({ status, configuration }: RunRecord, { scenario: { source, program } }: Replayed): boolean {
  const { digest, parameters } = configuration.scenario;
  const own = Object.fromEntries(program.parameters.map(({ name, value }) => [name, value]));
  return (
    status.state === 'completed' &&
    digest === digestOf(writtenOut(source)) &&
    isDeepStrictEqual(parameters, own)
  );
}
