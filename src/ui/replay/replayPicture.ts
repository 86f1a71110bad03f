import type { UserCondition } from '../../replay/conditions/userCondition.ts';
import type { Mark } from '../../replay/marks.ts';
import type { Replay } from '../../replay/replay.ts';
import type { GlyphSet } from '../glyphs.ts';
import { type FilmDays, playedFilm } from '../picture/playedFilm.ts';
import type { Row } from '../row.ts';
import type { ScreenSize } from '../screenSize.ts';
import { keyContext, marksOnceLived } from './keyContext.ts';
import { type AdviceOf, personOf } from './personOf.ts';
import { initialReplayState } from './replayState.ts';
import { replayView } from './replayView.ts';
import { screenRows } from './screenRows.ts';

/** How a replay is looked at for a picture. */
export interface ReplayPictureOptions {
  readonly user: number;
  /** of the terminal; its last row stays free, in pictures too */
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
  readonly adviceOf?: AdviceOf | undefined;
  /** marks that take a policy to be found */
  readonly surprises?: readonly Mark[] | undefined;
  /** whom to count and draw; undefined: everyone */
  readonly filter?: UserCondition | undefined;
}

/** A picture shows the keys as on a screen that has everything. */
const EVERYTHING = { fork: true, against: true, kept: true, baseline: true, save: true };

/** The replay's screen as it opens on a day. */
export function replayStill(replay: Replay, day: number, options: ReplayPictureOptions): Row[] {
  return screenOn(replay, day, false, options);
}

/** The replay's screen while it plays every so many days up to the last one, at the pace that it says, as an SVG document. */
export function replayFilm(replay: Replay, days: FilmDays, options: ReplayPictureOptions): string {
  const { user, size } = options;
  const title = `${replay.recording.label}, days ${days.from} to ${days.until}, user ${user}`;
  const { speed } = initialReplayState(days.from, user);
  const shown = (day: number) => screenOn(replay, day, true, options);
  return playedFilm(days, shown, { columns: size.columns, title, speed });
}

function screenOn(
  replay: Replay,
  day: number,
  playing: boolean,
  { user, filter, size, glyphs, adviceOf, surprises }: ReplayPictureOptions,
): Row[] {
  replay.liveUntil(replay.days);
  const looking = personOf(replay, adviceOf);
  return screenRows({
    view: replayView(replay, { day, user, filter }, looking, marksOnceLived(replay, surprises)),
    state: { ...initialReplayState(day, user, filter), playing },
    context: keyContext({ replay, size, glyphs, can: EVERYTHING, personOf: looking }),
    size,
    glyphs,
    command: '',
  });
}
