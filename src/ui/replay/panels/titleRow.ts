import { thousands } from '../../formatNumber.ts';
import type { Room } from '../../room.ts';
import { clip, type Row, row, rowWidth, span, spread, widthOf } from '../../row.ts';
import type { ReplayView } from '../replayView.ts';

const NAME = ' tenure replay  ';
/** Columns of the recording's name that are left before other words are shortened. */
const LEAST_LABEL = 8;

/** How many users there are, or whom of them the filter lets through; the longest words first. */
function whoForms({ born, users, filter }: ReplayView): [string, string] {
  const all = `${thousands(born)} users`;
  if (filter === undefined) return [all, all];
  const some = `${thousands(born)} of ${thousands(users)}`;
  return [`${some} users: ${filter}`, `${some}: ${filter}`];
}

/** What the first line says: who is counted, and as much else as there is room for. */
interface Form {
  readonly pace: string;
  readonly who: string;
  /** columns that the recording's name has at the least; 0: it is left out */
  readonly label: number;
  readonly name: string;
}

/** The fullest first: who is counted is kept for as long as there is room for it. */
function formsOf(view: ReplayView, paces: readonly string[]): Form[] {
  const [long, brief] = whoForms(view);
  const label = Math.min(LEAST_LABEL, widthOf(view.label));
  const last = paces[paces.length - 1];
  return [
    ...paces.map((pace) => ({ pace, who: long, label, name: NAME })),
    { pace: last, who: brief, label, name: NAME },
    { pace: last, who: brief, label: 0, name: NAME },
    { pace: last, who: brief, label: 0, name: ' ' },
  ];
}

/**
 * The first line: whose replay this is, and where it stands.
 *
 * @param paces "paused", or the speed, in several ways, the longest first; empty where nothing plays
 */
export function titleRow(view: ReplayView, paces: readonly string[], { width, glyphs }: Room): Row {
  const { label, day, days } = view;
  const today = span(`day ${String(day).padStart(String(days).length)}/${days} `, 'strong');
  const rightOf = ({ pace }: Form) => row(pace === '' ? '' : `${pace}   `, today);
  const gap = (form: Form) => (form.label > 0 ? '  ' : '');
  const columns = (form: Form) =>
    width - widthOf(form.name + gap(form) + form.who) - 1 - rowWidth(rightOf(form));
  const forms = formsOf(view, paces.length > 0 ? paces : ['']);
  const form = forms.find((one) => columns(one) >= one.label) ?? forms[forms.length - 1];
  const named = form.label > 0 ? clip(label, columns(form), glyphs) : '';
  const left = row(span(form.name, 'strong'), `${named}${gap(form)}${form.who}`);
  return spread(left, rightOf(form), width, glyphs);
}
