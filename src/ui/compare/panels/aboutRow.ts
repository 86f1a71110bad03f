import { thousands } from '../../formatNumber.ts';
import type { Room } from '../../room.ts';
import { clip, clipRow, type Row, row, rowWidth, spread, widthOf } from '../../row.ts';
import { aboutWords } from '../aboutWords.ts';
import type { CompareView } from '../compareView.ts';

/** Columns of what is compared that are left before less is said of how many have parted. */
const LEAST_ABOUT = 12;

/**
 * What is compared, and how many have gone another way by now. Who is counted is kept for as long as there is room for
 * it: all other words are shortened before.
 */
export function aboutRow(view: CompareView, { width, glyphs }: Room): Row {
  const { about, among } = view;
  const end = aboutWords({ about: '', among });
  const rights = partedForms(view).map((words) => row(`${words} `));
  const least = Math.min(widthOf(about), LEAST_ABOUT);
  const forms = [
    ...rights.map((right) => ({ right, least: widthOf(about) })),
    { right: rights[rights.length - 1], least },
    { right: row(), least },
  ];
  const columns = (right: Row) => width - 2 - rowWidth(right) - widthOf(end);
  const form = forms.find((one) => columns(one.right) >= one.least);
  if (!form) return clipRow(row(` ${among ?? about}`), width, glyphs);
  const left = row(` ${clip(about, columns(form.right), glyphs)}${end}`);
  return spread(left, form.right, width, glyphs);
}

/** The longest words first. */
function partedForms({ parted, partedBy }: CompareView): string[] {
  const all = thousands(partedBy);
  const today = parted > 0 ? `, ${thousands(parted)} today` : '';
  return [`${all} parted so far${today}`, `${all} parted so far`, `${all} parted`];
}
