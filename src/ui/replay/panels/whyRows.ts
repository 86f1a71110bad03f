import type { ExplainedFormula } from '../../../../environments/scenario/explain.ts';
import type { Program, Rule } from '../../../../environments/scenario/program.ts';
import type { BeforeBirth, ExplainedLivedDay, ExplainedUserBirth } from '../../../replay/explainUserDay.ts';
import { figure, percent } from '../../formatNumber.ts';
import type { Room } from '../../room.ts';
import { type Row, row, span } from '../../row.ts';
import { wordsOf, wordWrap } from '../../wordWrap.ts';
import type { ViewedPerson } from '../replayView.ts';
import { adviceRows } from './adviceRows.ts';
import { type FormulaRoom, formulaRoom, formulaRows, labelOf } from './formulaRows.ts';
import { lifecycleRows } from './lifecycleRows.ts';
import { ruleRows } from './ruleRows.ts';

/** The heading of the panel: what happened, in a few words. */
export function whyTitle({ explained }: Pick<ViewedPerson, 'explained'>): string {
  const { day, kind } = explained;
  if (kind === 'birth')
    return `why, day ${day}: birth${explained.channel === undefined ? '' : `, came by ${explained.channel}`}`;
  if (kind === 'gone' || kind === 'unborn') return `why, day ${day}`;
  const { action, refused, stageInTheMorning: from, stageInTheEvening: to } = explained;
  const instead = refused === undefined ? '' : ` (${refused} was not available)`;
  const moved = from === to ? `stays ${to}` : `${from} to ${to}`;
  const { reward, total } = explained.explained;
  const earned = reward.length > 0 ? `, reward ${figure(total)}` : '';
  return `why, day ${day}: ${action}${instead}, ${moved}${earned}`;
}

/** Why the chosen user's day went as it did: every formula, transition and draw; all lines, however many. */
export function whyRows(
  program: Program,
  { explained, ...thought }: Pick<ViewedPerson, 'explained'> & Partial<ViewedPerson>,
  room: Room,
): Row[] {
  if (explained.kind === 'birth') return birthRows(program, explained, room);
  if (explained.kind === 'day') return dayRows(program, explained, thought, room);
  if (explained.kind === 'unborn') return [row(` ${unbornInWords(explained)}`)];
  return [
    row(
      ` left for good on day ${explained.leftOn} and does nothing any more; day ${explained.leftOn} tells why`,
    ),
  ];
}

/** Which traits are those of who brought the user. */
function inheritedRows(traits: ExplainedUserBirth['birth']['traits']): Row[] {
  const names = traits.flatMap(({ name, inherited }) => (inherited ? [name] : []));
  return names.length > 0 ? [row(` taken from who brought the user: ${names.join(', ')}`)] : [];
}

function unbornInWords({ bornOn }: BeforeBirth): string {
  return bornOn === undefined ? 'nobody ever took this place' : `has not come yet; comes on day ${bornOn}`;
}

function birthRows(program: Program, { birth }: ExplainedUserBirth, room: Room): Row[] {
  const both = [...birth.traits, ...birth.state];
  const shared = formulaRoom(program, namesOf(both), room);
  return [
    ...group('traits, drawn once', birth.traits, shared),
    ...inheritedRows(birth.traits),
    ...group('state at birth', birth.state, shared),
  ];
}

function dayRows(
  program: Program,
  day: ExplainedLivedDay,
  { rule, advice }: Pick<Partial<ViewedPerson>, 'rule' | 'advice'>,
  room: Room,
): Row[] {
  const { explained, morning } = day;
  const { offered, visit, metrics, observe } = explained;
  const shared = formulaRoom(program, labelsOf(day), room);
  return [
    ...moveRows(day, room),
    ...valueRows('policy saw', seen(morning.features), shared),
    ...(rule ? ruleRows(rule, shared) : []),
    ...(advice ? adviceRows(program, advice, shared, ruleNamed(program, rule?.rule.name)) : []),
    ...group('available, asked the evening before', offered, shared),
    ...group('the day, in this order', explained.day, shared),
    subtitle(`lifecycle, one draw: ${figure(explained.uniform)} against the summed probabilities`),
    ...lifecycleRows(day, shared),
    ...(program.decision ? [] : rewardRows(explained, shared)),
    ...group('counts as a visit', visit ? [visit] : [], shared),
    ...group('metrics', metrics, shared),
    ...(program.decision ? productRows(room) : observedRows(observe, shared)),
  ];
}

function rewardRows({ reward, total }: ExplainedLivedDay['explained'], room: FormulaRoom): Row[] {
  return [...group('reward, summed', reward, room), row(...labelOf('total', figure(total), room))];
}

/** What is computed once for a whole product belongs to none of its users. */
function productRows({ width }: Room): Row[] {
  const words = 'rewards are those of the whole product, not of this user, and are not explained here';
  return wordWrap(row(' '), wordsOf(words, 'faint'), width - 1);
}

function ruleNamed({ rules }: Program, name: string | undefined): Rule | undefined {
  return rules.find((rule) => rule.name === name);
}

/** In a line, how likely the move of the day was, and the draw that decided it. */
function moveRows({ explained, stageInTheEvening: to }: ExplainedLivedDay, { width }: Room): Row[] {
  const { transitions, uniform } = explained;
  const index = transitions.findIndex(({ upTo }) => uniform < upTo);
  if (index < 0) return [];
  const taken = transitions[index];
  const from = transitions[index - 1]?.upTo ?? 0;
  const chance = `a ${percent(taken.value, 1)} chance today of going to ${to}`;
  // Chances may add up to more than 1; what is beyond it cannot be drawn.
  const upTo = figure(Math.min(taken.upTo, 1));
  const where = from === 0 ? `below ${upTo}` : `from ${figure(from)} to ${upTo}`;
  const drawn = `the draw, ${figure(uniform)}, fell into it (${where})`;
  return wordWrap(row(' '), wordsOf(`${chance}; ${drawn}`, 'accent'), width);
}

function group(title: string, formulas: readonly ExplainedFormula[], room: FormulaRoom): Row[] {
  if (formulas.length === 0) return [];
  return [subtitle(title), ...formulas.flatMap((formula) => formulaRows(formula, room))];
}

/** What the policy will see tomorrow; what it sees as a name is shown as one. */
function observedRows(observe: readonly ExplainedFormula[], room: FormulaRoom): Row[] {
  const rows = observe.flatMap((formula, k) => {
    const member = room.program.observe[k].members?.[formula.value];
    return formulaRows(formula, room, member);
  });
  return [subtitle('observed in the evening'), ...rows];
}

/** Names with values, behind a label. */
function valueRows(label: string, values: readonly string[], room: FormulaRoom): Row[] {
  if (values.length === 0) return [];
  const head = row(' ', span(label.padEnd(room.name), 'strong'), '   ');
  return wordWrap(
    head,
    values.map((text) => span(`${text} `)),
    room.width - 1,
  );
}

/** The features that the policy saw; of a named one (`stage=active`) only the member that it was. */
function seen(features: ExplainedLivedDay['morning']['features']): string[] {
  return features.flatMap(({ name, value }) => {
    const [observed, member] = name.split('=');
    if (member === undefined) return [`${name} ${figure(value)}`];
    return value === 1 ? [`${observed} ${member}`] : [];
  });
}

function subtitle(text: string): Row {
  return row(' ', span(text, 'strong'));
}

function labelsOf({ explained, stageInTheMorning }: ExplainedLivedDay): string[] {
  const { offered, day, transitions, reward, visit, metrics, observe } = explained;
  const stages = [...namesOf(transitions).map((name) => `-> ${name}`), `stay ${stageInTheMorning}`];
  return [
    'policy saw',
    ...namesOf([...offered, ...day, ...reward, ...(visit ? [visit] : []), ...metrics, ...observe]),
    ...stages,
  ];
}

function namesOf(formulas: readonly ExplainedFormula[]): string[] {
  return formulas.map(({ name }) => name);
}
