import type { Replay } from '../../replay/replay.ts';
import type { Invocation } from '../command.ts';
import { drawsScreen } from '../drawsScreen.ts';
import type { PictureRequest } from '../picture/pictureOptions.ts';
import { type Against, againstCommand, playAgainst } from './against.ts';
import { lifeData } from './lifeData.ts';
import { onScreen } from './onScreen.ts';
import type { Replayed } from './replayed.ts';
import { whyData } from './whyData.ts';

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
  const against = await playAgainst(replay, replayed, invocation);
  const { pair, withSeeds, label } = against;
  const shown = { ...view, day: view.day ?? pair.days, withSeeds };
  const { output } = invocation;
  if (view.picture) {
    const { saveComparePicture } = await import('../picture/saveComparePicture.ts');
    saveComparePicture(pair, { ...shown, from: view.day ?? 0 }, view.picture, output);
    return 0;
  }
  if (output.json) {
    output.printJson(documentOf(against, replayed, shown));
    return 0;
  }
  if (!drawsScreen(invocation)) {
    const { plainCompare } = await import('../../ui/compare/plainCompare.ts');
    output.print(plainCompare(pair, { ...shown, width: output.width }).trimEnd());
    return 0;
  }
  return onScreen(pair, { ...shown, command: againstCommand(replayed.label, label) }, invocation);
}

type Shown = AgainstView & { readonly day: number; readonly withSeeds: string | undefined };

function documentOf({ pair, label }: Against, replayed: Replayed, { day, user }: Shown) {
  const lives =
    user === undefined
      ? {}
      : {
          a: { life: lifeData(pair.a.life(user)), ...whyData(pair.a, user, day) },
          b: { life: lifeData(pair.b.life(user)), ...whyData(pair.b, user, day) },
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
