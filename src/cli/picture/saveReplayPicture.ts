import type { Replay } from '../../replay/replay.ts';
import { screenSvg } from '../../ui/picture/screenSvg.ts';
import { screenText } from '../../ui/picture/screenText.ts';
import { type ReplayPictureOptions, replayFilm, replayStill } from '../../ui/replay/replayPicture.ts';
import { UsageError } from '../command.ts';
import type { Output } from '../output.ts';
import type { PictureRequest } from './pictureOptions.ts';
import { writePicture } from './writePicture.ts';

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
  const content = contentOf(replay, day, { user, size, ...rest }, request);
  writePicture(file, content);
  const bytes = Buffer.byteLength(content);
  if (output.json) output.printJson({ schema: 'tenure.picture/1', file, bytes });
  else output.print(`saved ${file} (${Math.ceil(bytes / 1000)} kB)`);
}

function contentOf(
  replay: Replay,
  day: number | undefined,
  options: ReplayPictureOptions,
  { format, film }: PictureRequest,
): string {
  const { columns } = options.size;
  if (film) return replayFilm(replay, filmDays(replay, day ?? 0, film), options);
  const at = day ?? replay.days;
  const rows = replayStill(replay, at, options);
  const title = `${replay.recording.label}, day ${at}, user ${options.user}`;
  return format === 'txt' ? screenText(rows) : screenSvg(rows, { columns, title });
}

/** Pictures in a film, so that it stays below some megabytes. */
const MOST_PICTURES = 400;

function filmDays(replay: Replay, from: number, { until, every }: NonNullable<PictureRequest['film']>) {
  if (until <= from || until > replay.days) {
    const days =
      from < replay.days ? `a day from ${from + 1} to ${replay.days}` : 'a --day before the last one';
    throw new UsageError(`--until: expected ${days}, got ${until}`);
  }
  const least = Math.ceil((until - from) / (MOST_PICTURES - 1));
  if (every < least)
    throw new UsageError(
      `--every: a film has at most ${MOST_PICTURES} pictures; expected at least ${least} for these days, got ${every}`,
    );
  return { from, until, every };
}
