import type { Pair } from '../../replay/pair.ts';
import type { GlyphSet } from '../glyphs.ts';
import type { Row } from '../row.ts';
import type { ScreenSize } from '../screenSize.ts';
import { compareContext } from './compareContext.ts';
import { compareRows } from './compareRows.ts';
import { initialCompareState } from './compareState.ts';
import { type CompareWords, compareView } from './compareView.ts';
import { viewedLives } from './viewedLives.ts';

/** How a comparison is looked at for a picture. */
export interface ComparePictureOptions extends CompareWords {
  /** of the terminal; its last row stays free, in pictures too */
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
}

/** The comparison's screen as it opens on a day. */
export function compareStill(pair: Pair, day: number, options: ComparePictureOptions): Row[] {
  const { user, size, glyphs } = options;
  pair.liveUntil(pair.days);
  return compareRows({
    view: compareView(pair, day, options),
    viewed: user === undefined ? undefined : viewedLives(pair, user, day),
    state: initialCompareState(day, user),
    context: compareContext({ pair, size, glyphs, saves: true }),
    size,
    glyphs,
    command: '',
  });
}
