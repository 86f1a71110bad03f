import type { Pair } from '../../replay/pair.ts';
import type { GlyphSet } from '../glyphs.ts';
import { type FilmDays, playedFilm } from '../picture/playedFilm.ts';
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
  return screenOn(pair, day, false, options);
}

/** The comparison's screen while it plays every so many days, at the pace that it says, as an SVG document. */
export function compareFilm(pair: Pair, days: FilmDays, options: ComparePictureOptions): string {
  const { user, size } = options;
  const title = `${pairTitle(pair)}, days ${days.from} to ${days.until}`;
  const { speed } = initialCompareState(days.from, user);
  const shown = (day: number) => screenOn(pair, day, true, options);
  return playedFilm(days, shown, { columns: size.columns, title, speed });
}

/** What a picture of a pair is called. */
export function pairTitle({ names: { a, b } }: Pair): string {
  return `A ${a}, B ${b}`;
}

function screenOn(pair: Pair, day: number, playing: boolean, options: ComparePictureOptions): Row[] {
  const { user, told, size, glyphs } = options;
  pair.liveUntil(pair.days);
  return compareRows({
    view: compareView(pair, day, options),
    viewed: user === undefined ? undefined : viewedLives(pair, user, day),
    state: { ...initialCompareState(day, user), playing },
    context: compareContext({ pair, told, user, size, glyphs, saves: true }),
    size,
    glyphs,
    command: '',
  });
}
