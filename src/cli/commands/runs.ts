import { listRuns, RunError, type RunFolder } from '../../experiment/runFolder.ts';
import type { RunRecord } from '../../experiment/runRecord.ts';
import { allSettings } from '../../ui/browse/allSettings.ts';
import { differing } from '../../ui/browse/differing.ts';
import { episodesSoFar } from '../browsing/episodesSoFar.ts';
import type { Command } from '../command.ts';
import type { Output } from '../output.ts';
import { runSettings } from '../runSettings.ts';
import { table } from '../table.ts';
import { RESULTS_OPTION } from '../trainingOptions.ts';

export const command: Command = {
  describe: 'Lists the runs in the results folder, newest last, with the settings in which they differ.',
  examples: [
    ['tenure runs', 'all of them'],
    ['tenure runs --json', 'with their whole configuration'],
  ],
  options: RESULTS_OPTION,
  async run({ output, text }) {
    const runs = listRuns(text('results')).flatMap((folder) => readable(folder, output));
    runs.sort((a, b) => a.folder.modified - b.folder.modified);
    if (output.json) {
      output.printJson({
        schema: 'tenure.runs/1',
        runs: runs.map(({ folder, record }) => ({ folder: folder.label, ...record, schema: undefined })),
      });
      return;
    }
    if (runs.length === 0)
      output.print(`there are no runs in ${text('results')}; make one with: tenure train coupon-trap`);
    else for (const line of listing(runs)) output.print(line);
  },
};

interface Listed {
  readonly folder: RunFolder;
  readonly record: RunRecord;
}

/** A run that cannot be read is mentioned, and the others listed. */
function readable(folder: RunFolder, output: Output): Listed[] {
  try {
    return [{ folder, record: folder.read() }];
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    output.note(error.message);
    return [];
  }
}

function listing(runs: readonly Listed[]): string[] {
  const settings = differing(runs.map(({ record }) => allSettings(runSettings(record))));
  const header = ['run', 'scenario', 'agent', 'return', 'retention', ...settings];
  const rows = runs.map(({ folder, record }) => {
    const all = allSettings(runSettings(record));
    const { configuration, status } = record;
    const result = status.state === 'completed' ? status.result : undefined;
    const value = result ? result['return'].mean.toFixed(3) : unfinished(folder, configuration.episodes);
    const retention = result ? `${(100 * result['retention.end'].mean).toFixed(1)} %` : '';
    return [
      record.id,
      configuration.scenario.name,
      configuration.agent.name,
      value,
      retention,
      ...settings.map((key) => all[key] ?? ''),
    ];
  });
  return table(header, rows);
}

/** What there is instead of a result. @param episodes those that it is trained for */
function unfinished(folder: RunFolder, episodes: number): string {
  return episodesSoFar(folder.file('metrics.jsonl')) < episodes ? 'unfinished' : 'not evaluated';
}
