import type { Row } from '../row.ts';
import { filmCss, sceneClass } from './filmCss.ts';
import { frameMarkup } from './frameMarkup.ts';
import { scenesOf } from './scenesOf.ts';
import type { PictureOptions } from './screenSvg.ts';

/** What a film needs to know besides its frames. */
export interface FilmOptions extends PictureOptions {
  /** how long a frame is shown; the last one stays two seconds longer */
  readonly secondsEach: number;
}

/**
 * Screens one after another as an SVG document that plays by itself, over and over, also where a page shows it as an
 * image. A line that stays the same is written once. Where nothing moves, as for people who asked for that, the last
 * screen is shown. Thirty screens of a replay, 100 columns and 30 rows, take about 260 kB, and 17 kB compressed as web
 * servers do.
 *
 * @param frames at least one
 */
export function filmSvg(
  frames: readonly (readonly Row[])[],
  { columns, title, secondsEach }: FilmOptions,
): string {
  const scenes = scenesOf(frames);
  const last = frames.length - 1;
  const groups = scenes.map(({ frames: shown, markup }, k) => {
    if (shown.length === frames.length) return `<g>${markup}</g>\n`;
    const still = shown.includes(last) ? '' : ' visibility="hidden"';
    return `<g class="${sceneClass(k)}"${still}>${markup}</g>\n`;
  });
  const lines = frames.reduce((most, rows) => Math.max(most, rows.length), 0);
  const css = filmCss(scenes, frames.length, secondsEach);
  return frameMarkup({ columns, lines, title, described: frames[last], css }, groups.join(''));
}
