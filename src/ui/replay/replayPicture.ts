import type { UserCondition } from '../../replay/conditions/userCondition.ts';
import type { Mark } from '../../replay/marks.ts';
import type { Replay } from '../../replay/replay.ts';
import type { GlyphSet } from '../glyphs.ts';
import { filmSvg } from '../picture/filmSvg.ts';
import type { Row } from '../row.ts';
import { SPEEDS } from '../screen/transport.ts';
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
export function replayFilm(
  replay: Replay,
  { from, until, every }: { readonly from: number; readonly until: number; readonly every: number },
  options: ReplayPictureOptions,
): string {
  const count = Math.ceil((until - from) / every) + 1;
  const days = Array.from({ length: count }, (_, k) => Math.min(from + k * every, until));
  const frames = days.map((day) => screenOn(replay, day, true, options));
  const pace = SPEEDS[initialReplayState(from, options.user).speed];
  const title = `${replay.recording.label}, days ${from} to ${until}, user ${options.user}`;
  return filmSvg(frames, { columns: options.size.columns, title, secondsEach: every / pace });
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
