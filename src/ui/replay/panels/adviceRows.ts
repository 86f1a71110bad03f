import type { Program } from '../../../../environments/scenario/program.ts';
import type { Advice } from '../../../replay/advice/advice.ts';
import { bar } from '../../bar.ts';
import { figure } from '../../formatNumber.ts';
import { clipRow, type Row, row, span } from '../../row.ts';
import { wordWrap } from '../../wordWrap.ts';
import { type FormulaRoom, labelOf } from './formulaRows.ts';

const BAR = 24;

/** What the policy thought of each action that morning, and what it would do if one thing it sees were hidden. */
export function adviceRows(_program: Program, advice: Advice, room: FormulaRoom): Row[] {
  const { actions, gap } = advice;
  const rows = actions.map((_, action) => actionRow(advice, action, room));
  const told = gap === undefined ? '' : `, the best ${figure(gap, 3)} above the next`;
  return [
    row(' ', span(`what the policy thinks: estimates, not truth${told}`, 'strong')),
    ...rows,
    ...hiddenRows(advice, room),
  ];
}

function actionRow({ actions, chosen, taken }: Advice, action: number, room: FormulaRoom): Row {
  const { name, available, score, probability } = actions[action];
  const value = probability ?? score;
  const figures = actions.flatMap((other) =>
    other.available ? [other.probability ?? other.score ?? 0] : [],
  );
  const [low, high] = [Math.min(...figures, ...(probability === undefined ? [] : [0])), Math.max(...figures)];
  const part = value === undefined || high <= low ? 0 : (value - low) / (high - low);
  const words = [
    action === chosen ? 'would choose' : '',
    action === taken ? `${room.glyphs.taken} taken` : '',
    available ? '' : 'not available',
  ].filter((word) => word !== '');
  const label = labelOf(name, available && value !== undefined ? figure(value) : '', room);
  return clipRow(
    row(
      ...label,
      span(bar(available ? part : 0, BAR, room.glyphs), 'accent'),
      ' ',
      span(words.join(', '), 'strong'),
    ),
    room.width,
    room.glyphs,
  );
}

function hiddenRows({ hidden, actions }: Advice, room: FormulaRoom): Row[] {
  if (!hidden || hidden.tried.length === 0) return [];
  const words = hidden.changes.map(
    ({ name, action }) => `${name} ${room.glyphs.arrow} ${actions[action].name}`,
  );
  const none = [`nothing changes it (tried ${hidden.tried.join(', ')})`];
  const label = row(' ', span('if hidden'.padEnd(room.name), 'strong'), '   ');
  return wordWrap(
    label,
    (words.length > 0 ? words : none).map((word) => span(`${word} `)),
    room.width - 1,
  );
}
