import type { ExplainedTransition } from '../../../../environments/scenario/explain.ts';
import type { ExplainedLivedDay } from '../../../replay/explainUserDay.ts';
import { figure } from '../../formatNumber.ts';
import { type Row, row, type Span, span } from '../../row.ts';
import { wordWrap } from '../../wordWrap.ts';
import { verdict } from './drawWords.ts';
import { type FormulaRoom, formulaWords, labelOf, namesIn } from './formulaRows.ts';

/** The transitions in the order in which one draw tries them, and staying as what is left over. */
export function lifecycleRows({ explained, stageInTheMorning }: ExplainedLivedDay, room: FormulaRoom): Row[] {
  const { transitions, uniform } = explained;
  if (transitions.length === 0) return [];
  const taken = transitions.findIndex(({ upTo }) => uniform < upTo);
  const rows = transitions.flatMap((transition, k) => {
    const tried = taken < 0 || k <= taken;
    const outcome = tried ? verdict(uniform, transition.upTo, room.glyphs) : 'not tried';
    return transitionRows(transition, outcome, k === taken, room);
  });
  const rest = Math.max(0, 1 - transitions[transitions.length - 1].upTo);
  const stays = labelOf(`stay ${stageInTheMorning}`, figure(rest), room);
  return [...rows, row(...stays, 'what is left over ', ...(taken < 0 ? [mark(room)] : []))];
}

function transitionRows(
  transition: ExplainedTransition,
  outcome: string,
  taken: boolean,
  room: FormulaRoom,
): Row[] {
  const label = labelOf(`${room.glyphs.arrow} ${transition.name}`, figure(transition.value), room);
  const words = [span(outcome, 'accent'), ...(taken ? [mark(room)] : []), span('')];
  return wordWrap(label, [...words, ...formulaWords(transition, namesIn(room.program))], room.width - 1);
}

function mark({ glyphs }: FormulaRoom): Span {
  return span(`${glyphs.taken} taken`, 'strong');
}
