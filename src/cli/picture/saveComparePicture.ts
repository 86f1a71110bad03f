import type { Pair } from '../../replay/pair.ts';
import {
  type ComparePictureOptions,
  compareFilm,
  compareStill,
  pairTitle,
} from '../../ui/compare/comparePicture.ts';
import { screenSvg } from '../../ui/picture/screenSvg.ts';
import { screenText } from '../../ui/picture/screenText.ts';
import type { Output } from '../output.ts';
import { filmDays } from './filmDays.ts';
import { keepPicture } from './keepPicture.ts';
import type { PictureRequest } from './pictureOptions.ts';

/** What of a comparison is to be seen. */
export interface CompareSubject extends Omit<ComparePictureOptions, 'size'> {
  /** of a single picture */
  readonly day: number;
  /** the first of a film */
  readonly from: number;
}

/**
 * Writes a picture or a film of a comparison and says where.
 *
 * @throws UsageError where a film has no such days
 */
export function saveComparePicture(
  pair: Pair,
  { day, from, ...shown }: CompareSubject,
  { file, format, size, film }: PictureRequest,
  output: Output,
): void {
  const options = { ...shown, size };
  if (film) {
    keepPicture(file, compareFilm(pair, filmDays(pair.days, from, film), options), output);
    return;
  }
  const rows = compareStill(pair, day, options);
  const title = `${pairTitle(pair)}, day ${day}`;
  const content = format === 'txt' ? screenText(rows) : screenSvg(rows, { columns: size.columns, title });
  keepPicture(file, content, output);
}
