import type { Beyond, PlayedPolicy } from '../../../training/playedPolicy.ts';
import type { TrainingHistory } from '../../../training/trainingHistory.ts';
import { firstFitting } from '../../firstFitting.ts';
import { figure, thousands } from '../../formatNumber.ts';
import type { Glyphs } from '../../glyphs.ts';
import type { Interval } from '../../intervalBar.ts';
import type { Room } from '../../room.ts';
import { clipRow, heading, type Row, row, rowWidth, span } from '../../row.ts';

/** Height of the panel. */
export const RESULT_ROWS = 4;

/** What the training came to on held-out users, and whether that is more than the rule. */
export function resultRows({ result, setup, rule }: TrainingHistory, { width, glyphs }: Room): Row[] {
  if (!result) return [];
  const { played, beyondRule } = result;
  const units = setup.program.decision ? 'products' : 'users';
  const title = `result on ${thousands(played.units)} held-out ${units}, 95 % intervals`;
  const parts = { played, rule: result.rule, beyond: beyondRule, glyphs };
  const forms = formsFor(rule?.name).map((form) => MEASURES.map((measure) => measured(measure, parts, form)));
  const fits = (rows: readonly Row[]) => rows.every((line) => rowWidth(line) <= width);
  const rows = [
    ...(forms.find(fits) ?? forms[forms.length - 1]),
    firstFitting(verdicts(beyondRule, rule?.name, glyphs), width, glyphs),
  ];
  return [heading(title, '', width, glyphs), ...rows.map((line) => clipRow(line, width, glyphs))];
}

/** What is told of the held-out users. */
interface Measure {
  readonly name: 'return' | 'retention';
  readonly label: string;
  /** the same where there is little room */
  readonly brief: string;
  readonly words: (value: number) => string;
}

const MEASURES: readonly Measure[] = [
  { name: 'return', label: 'return per user', brief: 'return ', words: (value) => figure(value, 3) },
  {
    name: 'retention',
    label: 'still there, % ',
    brief: 'stay, %',
    words: (value) => (100 * value).toFixed(1),
  },
];

/** How much is said of a measure. */
interface Form {
  readonly label: 'label' | 'brief';
  /** what stands before the rule's mean, and before the difference; undefined: that is left out */
  readonly rule?: string | undefined;
  readonly difference?: string;
}

/** The fullest first: an interval is told whole or not at all. */
function formsFor(rule: string | undefined): Form[] {
  return [
    { label: 'label', rule, difference: 'difference' },
    { label: 'label', rule: 'rule', difference: 'difference' },
    { label: 'label', difference: 'difference' },
    { label: 'brief', difference: 'diff.' },
    { label: 'brief' },
  ];
}

interface Parts {
  readonly played: PlayedPolicy;
  readonly rule: PlayedPolicy | undefined;
  readonly beyond: Beyond | undefined;
  readonly glyphs: Glyphs;
}

function measured(measure: Measure, { played, rule, beyond, glyphs }: Parts, form: Form): Row {
  const { name, words } = measure;
  const value = ({ mean, low, high }: Interval) => `${words(mean)} [${words(low)}, ${words(high)}]`;
  const other = rule && form.rule !== undefined ? `  ${form.rule} ${words(rule[name].mean)}` : '';
  const sign = (beyond?.[name].mean ?? 0) > 0 ? '+' : '';
  const difference =
    beyond && form.difference !== undefined ? `  ${form.difference} ${sign}${value(beyond[name])}` : '';
  const own = span(minus(value(played[name]), glyphs), 'strong');
  return row(` ${measure[form.label]} `, own, minus(other + difference, glyphs));
}

function minus(text: string, glyphs: Glyphs): string {
  return text.replaceAll(/-(?=\d)/g, glyphs.minus);
}

/** What is to be made of the difference, the longest words first. */
function verdicts(beyond: Beyond | undefined, rule: string | undefined, glyphs: Glyphs): Row[] {
  if (!beyond || rule === undefined) return [row()];
  const { low, high } = beyond.return;
  if (low > 0) return [row(' ', span(`${glyphs.good} earns more than the rule ${rule}`, 'gain'))];
  if (high < 0) return [row(' ', span(`${glyphs.warning} earns less than the rule ${rule}`, 'loss'))];
  const open = ` ${glyphs.dot} not to be told apart from the rule ${rule}`;
  return [': the interval of the difference holds 0', ': the difference may be 0', ''].map((why) =>
    row(open + why),
  );
}
