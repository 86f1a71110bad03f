import type { FilmDays } from '../../ui/picture/playedFilm.ts';
import { UsageError } from '../command.ts';
import type { PictureRequest } from './pictureOptions.ts';

/** Pictures in a film, so that it stays below some megabytes. */
const MOST_PICTURES = 400;

/**
 * The days that a film shows.
 *
 * @param days the last one there is
 * @param from the first one shown
 * @throws UsageError where there are no such days, or too many
 */
export function filmDays(
  days: number,
  from: number,
  { until, every }: NonNullable<PictureRequest['film']>,
): FilmDays {
  if (until <= from || until > days) {
    const expected = from < days ? `a day from ${from + 1} to ${days}` : 'a --day before the last one';
    throw new UsageError(`--until: expected ${expected}, got ${until}`);
  }
  const least = Math.ceil((until - from) / (MOST_PICTURES - 1));
  if (every < least)
    throw new UsageError(
      `--every: a film has at most ${MOST_PICTURES} pictures; expected at least ${least} for these days, got ${every}`,
    );
  return { from, until, every };
}
