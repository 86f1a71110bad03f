import type { Glyphs } from './glyphs.ts';
import { clipRow, type Row, rowWidth } from './row.ts';

/**
 * The first of several ways to say the same that fits; the last one, cut, where none does.
 *
 * @param forms at least one, the longest first
 */
export function firstFitting(forms: readonly Row[], width: number, glyphs: Glyphs): Row {
  return forms.find((form) => rowWidth(form) <= width) ?? clipRow(forms[forms.length - 1], width, glyphs);
}
