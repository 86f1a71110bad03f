import { printable } from '../printable.ts';
import { ageWords } from './ageWords.ts';
import { allSettings } from './allSettings.ts';
import type { ListedRun, ReadRun } from './browseLists.ts';
import type { Column } from './columns.ts';
import { differing } from './differing.ts';
import { runState } from './runState.ts';

/**
 * The columns of the list of runs: what each came to, and the settings in which those that have been read differ.
 *
 * @param now milliseconds
 */
export function runColumns(runs: readonly ListedRun[], now: number): Column<ListedRun>[] {
  const known = runs.flatMap((run) => readRun(run) ?? []);
  const all = known.map(({ settings }) => allSettings(settings));
  const settings = differing(all).map(
    (name): Column<ListedRun> => ({
      title: name,
      align: 'right',
      cell: (run) => printable(settingOf(run, name)),
    }),
  );
  return [...namedColumns, ...resultColumns(now), ...settings];
}

/** Columns that need no record. */
export const namedColumns: readonly Column<ListedRun>[] = [
  { title: 'scenario', align: 'left', cell: ({ scenario }) => printable(scenario) },
  { title: 'agent', align: 'left', cell: ({ agent }) => printable(agent) },
];

function resultColumns(now: number): Column<ListedRun>[] {
  const of = (tell: (run: ReadRun) => string) => (run: ListedRun) => {
    const known = readRun(run);
    return known ? tell(known) : '';
  };
  return [
    { title: 'return', align: 'right', cell: of(({ result }) => result?.return.mean.toFixed(3) ?? '') },
    {
      title: 'there %',
      align: 'right',
      cell: of(({ result }) => (result ? (100 * result.stillThere.mean).toFixed(1) : '')),
    },
    { title: 'state', align: 'left', cell: of(runState) },
    { title: 'when', align: 'left', cell: ({ modified }) => ageWords(now - modified) },
  ];
}

function settingOf(run: ListedRun, name: string): string {
  const known = readRun(run);
  return known ? (allSettings(known.settings)[name] ?? '') : '';
}

function readRun({ known }: ListedRun): ReadRun | undefined {
  return known && !('reason' in known) ? known : undefined;
}
