import type { Program } from '../../../../environments/scenario/program.ts';
import type { OfBoth } from '../../../replay/pairTally.ts';
import { formulaRoom } from '../../replay/panels/formulaRows.ts';
import { ruleRows } from '../../replay/panels/ruleRows.ts';
import { whyTitle } from '../../replay/panels/whyRows.ts';
import type { Room } from '../../room.ts';
import { clipRow, heading, type Row, row, span } from '../../row.ts';
import type { CompareView } from '../compareView.ts';
import type { ViewedLives } from '../viewedLives.ts';

/** Which line of its rule decided on the day in A and in B, without the rest of why; nothing where no rule did. */
export function livesRuleRows({ program, day }: CompareView, viewed: ViewedLives, room: Room): Row[] {
  const both = [...oneRule('a', program, viewed, room), ...oneRule('b', program, viewed, room)];
  return both.length > 0
    ? [heading(`what was done on day ${day}`, '', room.width, room.glyphs), ...both]
    : [];
}

function oneRule(
  side: keyof OfBoth<unknown>,
  program: Program,
  { explained, rules }: ViewedLives,
  room: Room,
): Row[] {
  const rule = rules[side];
  if (!rule) return [];
  const labels = rule.rule.lines.map((_, k) => `line ${k + 1}`);
  const title = row(
    ' ',
    span(`${side.toUpperCase()}: ${whyTitle({ explained: explained[side] })}`, 'accent'),
  );
  return [clipRow(title, room.width, room.glyphs), ...ruleRows(rule, formulaRoom(program, labels, room))];
}
