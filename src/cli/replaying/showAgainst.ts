import type { Pair } from '../../replay/pair.ts';
import type { Replay } from '../../replay/replay.ts';
import { screenSvg } from '../../ui/picture/screenSvg.ts';
import { screenText } from '../../ui/picture/screenText.ts';
import { type Invocation, UsageError } from '../command.ts';
import { drawsScreen } from '../drawsScreen.ts';
import { leavingCode } from '../leavingCode.ts';
import type { PictureRequest } from '../picture/pictureOptions.ts';
import { pictureSaver } from '../picture/pictureSaver.ts';
import { writePicture } from '../picture/writePicture.ts';
import { type Against, againstCommand, playAgainst } from './against.ts';
import { lifeData } from './lifeData.ts';
import type { Replayed } from './replayed.ts';

/** How a comparison is looked at. */
export interface AgainstView {
  /** undefined: the last day recorded */
  readonly day: number | undefined;
  /** whose lives; undefined: everyone */
  readonly user: number | undefined;
  readonly glyphs: 'unicode' | 'ascii';
  /** undefined: nothing is to be written to a file */
  readonly picture: PictureRequest | undefined;
}

/**
 * Plays another policy on the people of a replay and shows both: as a picture, JSON, text or on the screen.
 *
 * @returns the exit code
 */
export async function showAgainst(
  replay: Replay,
  replayed: Replayed,
  view: AgainstView,
  invocation: Invocation,
): Promise<number> {
  if (view.picture?.film) throw new UsageError('--until makes a film of one replay; leave out --against');
  const against = await playAgainst(replay, replayed, invocation);
  const shown = { ...view, day: view.day ?? against.pair.days, withSeeds: against.withSeeds };
  const { output } = invocation;
  if (view.picture) {
    await savePicture(against.pair, shown, view.picture, invocation);
    return 0;
  }
  if (output.json) {
    output.printJson(documentOf(against, replayed, shown));
    return 0;
  }
  if (!drawsScreen(invocation)) {
    const { plainCompare } = await import('../../ui/compare/plainCompare.ts');
    output.print(plainCompare(against.pair, { ...shown, width: output.width }).trimEnd());
    return 0;
  }
  const { runCompare } = await import('../../ui/compare/runCompare.ts');
  const leaving = await runCompare(against.pair, {
    ...shown,
    command: againstCommand(replayed.label, against.label),
    save: pictureSaver(''),
    altScreen: invocation.flag('alt-screen'),
    stdin: process.stdin,
    stdout: process.stdout,
  });
  return leavingCode(leaving);
}

type Shown = AgainstView & { readonly day: number; readonly withSeeds: string | undefined };

async function savePicture(
  pair: Pair,
  shown: Shown,
  { file, format, size }: PictureRequest,
  { output }: Pick<Invocation, 'output'>,
): Promise<void> {
  const { compareStill } = await import('../../ui/compare/comparePicture.ts');
  const rows = compareStill(pair, shown.day, { ...shown, size });
  const title = `A ${pair.names.a}, B ${pair.names.b}, day ${shown.day}`;
  const content = format === 'txt' ? screenText(rows) : screenSvg(rows, { columns: size.columns, title });
  writePicture(file, content);
  const bytes = Buffer.byteLength(content);
  if (output.json) output.printJson({ schema: 'tenure.picture/1', file, bytes });
  else output.print(`saved ${file} (${Math.ceil(bytes / 1000)} kB)`);
}

function documentOf({ pair, label }: Against, replayed: Replayed, { day, user }: Shown) {
  const lives =
    user === undefined
      ? {}
      : {
          a: { life: lifeData(pair.a.life(user)), why: pair.a.explain(user, day) },
          b: { life: lifeData(pair.b.life(user)), why: pair.b.explain(user, day) },
        };
  return {
    schema: 'tenure.against/1',
    run: replayed.label,
    against: label,
    day,
    parted: pair.partedBy(day),
    stages: pair.stages(day),
    difference: pair.difference(day),
    segments: pair.segments(day),
    gained: pair.mostGained(day, LISTED),
    lost: pair.mostLost(day, LISTED),
    ...lives,
  };
}

/** Users of each list in the document. */
const LISTED = 20;
