import { searchKept } from '../../replay/kept/keptSearch.ts';
import type { WhoLeft } from '../../replay/kept/leavers.ts';
import type { Replay } from '../../replay/replay.ts';
import type { Invocation } from '../command.ts';
import type { Replayed } from './replayed.ts';

/** Looks for who could have been kept of those who left, and prints it as JSON or as text. */
export async function showKept(
  replay: Replay,
  { label, decider }: Replayed,
  who: WhoLeft,
  { output, signal, text }: Invocation,
): Promise<void> {
  const search = await searchKept(replay, who, await decider(), { signal });
  const { program } = replay.recording;
  if (output.json) {
    const actions = program.actions.map(({ name }) => name);
    output.printJson({ schema: 'tenure.kept/1', run: label, names: { actions }, ...search });
    return;
  }
  const { plainKept } = await import('../../ui/replay/kept/plainKept.ts');
  const glyphs = text('glyphs') as 'unicode' | 'ascii';
  output.print(plainKept(search, program, { label: replay.recording.label, width: output.width, glyphs }));
}
