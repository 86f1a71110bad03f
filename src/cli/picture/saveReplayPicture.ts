import type { Replay } from '../../replay/replay.ts';
import { screenSvg } from '../../ui/picture/screenSvg.ts';
import { screenText } from '../../ui/picture/screenText.ts';
import { type ReplayPictureOptions, replayFilm, replayStill } from '../../ui/replay/replayPicture.ts';
import type { Output } from '../output.ts';
import { filmDays } from './filmDays.ts';
import { keepPicture } from './keepPicture.ts';
import type { PictureRequest } from './pictureOptions.ts';

/** What of a replay is to be seen. */
export interface ReplaySubject
  extends Pick<ReplayPictureOptions, 'glyphs' | 'adviceOf' | 'surprises' | 'filter'> {
  /** undefined: the last day recorded, and for a film the first */
  readonly day: number | undefined;
  /** undefined: user 0 */
  readonly user: number | undefined;
}

/** Writes a picture or a film of a replay and says where. */
export function saveReplayPicture(
  replay: Replay,
  { day, user = 0, ...rest }: ReplaySubject,
  request: PictureRequest,
  output: Output,
): void {
  const { file, size } = request;
  keepPicture(file, contentOf(replay, day, { user, size, ...rest }, request), output);
}

function contentOf(
  replay: Replay,
  day: number | undefined,
  options: ReplayPictureOptions,
  { format, film }: PictureRequest,
): string {
  const { columns } = options.size;
  if (film) return replayFilm(replay, filmDays(replay.days, day ?? 0, film), options);
  const at = day ?? replay.days;
  const rows = replayStill(replay, at, options);
  const title = `${replay.recording.label}, day ${at}, user ${options.user}`;
  return format === 'txt' ? screenText(rows) : screenSvg(rows, { columns, title });
}
