import { basename, dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { writtenOut } from '../../../environments/scenario/layeredSource.ts';
import { digestOf } from '../../experiment/configuration.ts';
import { listRuns, type RunFolder } from '../../experiment/runFolder.ts';
import { UsageError } from '../command.ts';
import { shellWord } from '../shellWord.ts';
import { type Replayed, scenarioWords } from './replayed.ts';

/**
 * The finished run of an agent on the scenario of a replay: one with the same seed if there is one, else the newest.
 *
 * @throws UsageError naming the command that trains one
 */
export function finishedRun(agent: string, replayed: Replayed, results: string): RunFolder {
  const runs = listRuns(results)
    .filter((run) => basename(dirname(run.path)) === agent && isOf(run, replayed))
    .sort((one, other) => other.modified - one.modified);
  const found = runs.find((run) => run.read().configuration.seed === replayed.seed) ?? runs[0];
  if (found) return found;
  const { name, set } = scenarioWords(replayed);
  const where = results === 'results' ? '' : ` --results ${shellWord(results)}`;
  throw new UsageError(
    `${agent} has no finished run on ${replayed.scenario.program.name} in ${results}; train one with: tenure train ${name} --agent ${agent} --seed ${shellWord(replayed.seed)}${set}${where}`,
  );
}

function isOf(run: RunFolder, { scenario: { source, program } }: Replayed): boolean {
  const { status, configuration } = run.read();
  const { digest, parameters } = configuration.scenario;
  const own = Object.fromEntries(program.parameters.map(({ name, value }) => [name, value]));
  return (
    status.state === 'completed' &&
    digest === digestOf(writtenOut(source)) &&
    isDeepStrictEqual(parameters, own)
  );
}
