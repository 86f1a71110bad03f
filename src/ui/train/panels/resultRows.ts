import type { Beyond, PlayedPolicy } from '../../../training/playedPolicy.ts';
import type { TrainingHistory } from '../../../training/trainingHistory.ts';
import { figure, thousands } from '../../formatNumber.ts';
import type { Glyphs } from '../../glyphs.ts';
import type { Interval } from '../../intervalBar.ts';
import type { Room } from '../../room.ts';
import { clipRow, heading, type Row, row, span } from '../../row.ts';

/** Height of the panel. */
export const RESULT_ROWS = 4;

/** What the training came to on held-out users, and whether that is more than the rule. */
export function resultRows({ result, setup, rule }: TrainingHistory, { width, glyphs }: Room): Row[] {
  if (!result) return [];
  const { played, beyondRule } = result;
  const units = setup.program.decision ? 'products' : 'users';
  const title = `result on ${thousands(played.units)} held-out ${units}, 95 % intervals`;
  const parts = { name: rule?.name, rule: result.rule, beyond: beyondRule, glyphs };
  const rows = [
    measure('return', played, parts, (value) => figure(value, 3)),
    measure('retention', played, parts, (value) => `${(100 * value).toFixed(1)}`),
    verdict(beyondRule, rule?.name, glyphs),
  ];
  return [heading(title, '', width, glyphs), ...rows.map((line) => clipRow(line, width, glyphs))];
}

interface Parts {
  readonly name: string | undefined;
  readonly rule: PlayedPolicy | undefined;
  readonly beyond: Beyond | undefined;
  readonly glyphs: Glyphs;
}

function measure(
  name: 'return' | 'retention',
  played: PlayedPolicy,
  { name: ruleName, rule, beyond, glyphs }: Parts,
  words: (value: number) => string,
): Row {
  const value = ({ mean, low, high }: Interval) => `${words(mean)} [${words(low)}, ${words(high)}]`;
  const label = name === 'return' ? ' return per user ' : ' still there, %  ';
  const other = rule ? `  ${ruleName} ${words(rule[name].mean)}` : '';
  const sign = (beyond?.[name].mean ?? 0) > 0 ? '+' : '';
  const difference = beyond ? `  difference ${sign}${value(beyond[name])}` : '';
  return row(label, span(minus(value(played[name]), glyphs), 'strong'), minus(other + difference, glyphs));
}

function minus(text: string, glyphs: Glyphs): string {
  return text.replaceAll(/-(?=\d)/g, glyphs.minus);
}

function verdict(beyond: Beyond | undefined, rule: string | undefined, glyphs: Glyphs): Row {
  if (!beyond || rule === undefined) return row();
  const { low, high } = beyond.return;
  if (low > 0) return row(' ', span(`${glyphs.good} earns more than the rule ${rule}`, 'gain'));
  if (high < 0) return row(' ', span(`${glyphs.warning} earns less than the rule ${rule}`, 'loss'));
  return row(
    ` ${glyphs.dot} not to be told apart from the rule ${rule}: the interval of the difference holds 0`,
  );
}
