import { existsSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { writtenOut } from '../../../environments/scenario/layeredSource.ts';
import { digestOf } from '../../experiment/configuration.ts';
import { listRuns, RunError, type RunFolder } from '../../experiment/runFolder.ts';
import type { RunRecord } from '../../experiment/runRecord.ts';
import type { ListedRun, ReadRun, RunContent } from '../../ui/browse/browseLists.ts';
import { listed } from '../../ui/browse/listed.ts';
import { messageOf } from '../failure.ts';
import { runSettings } from '../runSettings.ts';
import { findScenario, isShipped } from '../scenarioFiles.ts';
import { againWords } from './againWords.ts';
import { episodesSoFar } from './episodesSoFar.ts';

/** The runs below a results folder, newest first. No record is read before somebody asks for it. */
export function listedRuns(results: string): ListedRun[] {
  const digests = new Map<string, string>();
  return listRuns(results)
    .flatMap((folder) => dated(folder))
    .sort((a, b) => b.modified - a.modified)
    .map(({ folder, modified }) =>
      listed({ list: 'runs' as const, key: folder.label, ...namesOf(folder), modified }, () =>
        contentOf(folder, digests),
      ),
    );
}

/** A run that is removed just now is none. */
function dated(folder: RunFolder): { folder: RunFolder; modified: number }[] {
  return existsSync(folder.file('run.json')) ? [{ folder, modified: folder.modified }] : [];
}

function namesOf({ path }: RunFolder): Pick<ListedRun, 'scenario' | 'agent'> {
  return { agent: basename(dirname(path)), scenario: basename(dirname(dirname(path))) };
}

function contentOf(folder: RunFolder, digests: Map<string, string>): RunContent {
  try {
    return readRun(folder, folder.read(), digests);
  } catch (error) {
    if (!(error instanceof RunError || (error as NodeJS.ErrnoException).code !== undefined)) throw error;
    // The folder is told beside it.
    return { reason: messageOf(error, false).replaceAll(`${folder.path}${sep}`, '') };
  }
}

function readRun(folder: RunFolder, record: RunRecord, digests: Map<string, string>): ReadRun {
  const { status, configuration } = record;
  const { episodes } = configuration;
  const result =
    status.state === 'completed'
      ? { return: status.result['return'], stillThere: status.result['retention.end'] }
      : undefined;
  return {
    result,
    episode: result ? episodes : episodesSoFar(folder.file('metrics.jsonl')),
    episodes,
    settings: runSettings(record),
    again: againWords(record, scenarioWord(folder, record, digests)),
  };
}

/** The name of the run's scenario, or the file in its folder where that name means none, or another by now. */
function scenarioWord(
  folder: RunFolder,
  { configuration: { scenario } }: RunRecord,
  digests: Map<string, string>,
): string {
  const { name, digest } = scenario;
  if (!digests.has(name)) digests.set(name, isShipped(name) ? digestOf(writtenOut(findScenario(name))) : '');
  return digests.get(name) === digest ? name : join(folder.label, 'scenario.yaml');
}
