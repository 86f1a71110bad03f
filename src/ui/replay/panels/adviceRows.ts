import type { Program, Rule } from '../../../../environments/scenario/program.ts';
import type { Advice, AdvisedAction } from '../../../replay/advice/advice.ts';
import { bar } from '../../bar.ts';
import { figure } from '../../formatNumber.ts';
import { clipRow, type Row, row, span } from '../../row.ts';
import { wordsOf, wordWrap } from '../../wordWrap.ts';
import type { ShownAdvice } from '../personOf.ts';
import { type FormulaRoom, labelOf } from './formulaRows.ts';

const BAR = 24;

/**
 * What the policy thought of each action that morning, and what it would do if one thing it sees were hidden.
 *
 * @param rule the rule that the policy is, whose lines are told already; undefined: it is none
 */
export function adviceRows(program: Program, advice: ShownAdvice, room: FormulaRoom, rule?: Rule): Row[] {
  if (advice.kind === 'waiting') return waitingRows(isCertain(rule) ? [] : program.actions, room);
  if (advice.kind === 'none' && rule) return [];
  if (advice.kind === 'none') return [row(span(` the policy's opinion: ${advice.reason}`, 'faint'))];
  const { actions, gap } = advice;
  if (actions.every(({ score, probability }) => (score ?? probability) === undefined)) {
    const words = rule ? [] : [row(' ', span(ruleWords(advice), 'strong'))];
    return [...words, ...hiddenRows(advice, room)];
  }
  const drawn = actions.some(({ probability }) => probability !== undefined);
  const scores = rule ? 'its scores, by which a budget is spent' : 'estimates, not truth, worst to best';
  const told = drawn ? 'probabilities it draws by' : scores;
  const apart = gap === undefined ? '' : `; best leads by ${figure(gap, 3)}`;
  return [
    row(' ', span(`the policy: ${told}${apart}`, 'strong')),
    ...actions.map((action) => actionRow(action, advice, room)),
    ...hiddenRows(advice, room),
  ];
}

/** A policy that neither estimates nor draws. */
function ruleWords({ actions, chosen, taken }: Advice): string {
  const other = chosen === taken ? '' : `, though ${actions[taken].name} was recorded`;
  return `the policy is a rule, without estimates: ${actions[chosen].name}${other}`;
}

/** A rule that neither draws nor scores says nothing of its actions but which it does. */
function isCertain(rule: Rule | undefined): boolean {
  return (
    rule?.score === undefined &&
    rule?.choices.every(({ probabilities }) => probabilities.includes(1)) === true
  );
}

/** As many lines as the answer will take, so that nothing jumps when it comes. */
function waitingRows(actions: Program['actions'], room: FormulaRoom): Row[] {
  const lines = actions.map(({ name }) => clipRow(labelOf(name, '', room), room.width, room.glyphs));
  const title = actions.length > 0 ? [row(' ', span('the policy is being asked', 'strong'))] : [];
  return [...title, ...lines, row(span(' if hidden', 'strong'))];
}

function actionRow(action: AdvisedAction, { actions, chosen, taken }: Advice, room: FormulaRoom): Row {
  const { name, available, score, probability } = action;
  const value = probability ?? score;
  const label = labelOf(name, available && value !== undefined ? figure(value) : '', room);
  const gauge = value === undefined || !available ? '' : `${bar(partOf(value, actions), BAR, room.glyphs)} `;
  const words = [
    versusFirst(action, actions),
    action.action === chosen ? (probability === undefined ? 'would choose' : 'most probable') : '',
    action.action === taken ? `${room.glyphs.taken} taken` : '',
    available ? '' : 'not available',
  ].filter((word) => word !== '');
  return clipRow(row(...label, span(gauge, 'accent'), words.join(', ')), room.width, room.glyphs);
}

/** Where a value stands between the lowest and the highest; probabilities from 0 on. */
function partOf(value: number, actions: readonly AdvisedAction[]): number {
  const values = actions.flatMap(({ available, score, probability }) =>
    available ? (probability ?? score ?? []) : [],
  );
  const low = actions.some(({ probability }) => probability !== undefined) ? 0 : Math.min(...values);
  const high = Math.max(...values);
  return high > low ? (value - low) / (high - low) : 1;
}

/** How much better than the first action, which is what is done to whoever is left alone. */
function versusFirst({ action, score }: AdvisedAction, [first]: readonly AdvisedAction[]): string {
  if (score === undefined || first.score === undefined || action === 0) return '';
  const more = score - first.score;
  return `${more < 0 ? '' : '+'}${figure(more, 3)} against ${first.name}`;
}

function hiddenRows({ hidden, actions }: Advice, room: FormulaRoom): Row[] {
  const label = row(' ', span('if hidden'.padEnd(room.name), 'strong'), '   ');
  if (hidden.kind === 'untold') return [row(...label, span(`cannot be told: ${hidden.reason}`, 'faint'))];
  const changes = hidden.changes.map(
    ({ name, shown, instead, chosen }) =>
      `${name} ${shownText(shown)} (as if ${shownText(instead)}) ${room.glyphs.arrow} ${actions[chosen].name}`,
  );
  const none = wordsOf(`nothing changes the choice by itself (tried ${hidden.tried.join(', ')})`);
  const told = changes.map((text, k) => span(k < changes.length - 1 ? `${text};` : text));
  return wordWrap(label, told.length > 0 ? told : none, room.width - 1);
}

function shownText(value: number | string): string {
  return typeof value === 'number' ? figure(value, 3) : value;
}
