import type { Row } from '../row.ts';
import { SPEEDS } from '../screen/transport.ts';
import { filmSvg } from './filmSvg.ts';
import type { PictureOptions } from './screenSvg.ts';

/** Which days a film shows: the first, the last, and how many days from one picture to the next. */
export interface FilmDays {
  readonly from: number;
  readonly until: number;
  readonly every: number;
}

/**
 * A screen that plays every so many days up to the last one, as an SVG document that plays by itself.
 *
 * @param screenOn the screen on a day
 * @param options `speed`: index in `SPEEDS` of the pace that the screen says
 */
export function playedFilm(
  { from, until, every }: FilmDays,
  screenOn: (day: number) => readonly Row[],
  { speed, ...options }: PictureOptions & { readonly speed: number },
): string {
  const count = Math.ceil((until - from) / every) + 1;
  const days = Array.from({ length: count }, (_, k) => Math.min(from + k * every, until));
  return filmSvg(days.map(screenOn), { ...options, secondsEach: every / SPEEDS[speed] });
}
