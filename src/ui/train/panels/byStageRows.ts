import type { PlayedPolicy } from '../../../training/playedPolicy.ts';
import type { TrainingHistory } from '../../../training/trainingHistory.ts';
import { nameWidth } from '../../nameWidth.ts';
import type { Room } from '../../room.ts';
import { clip, clipRow, heading, type Row, row, span, widthOf } from '../../row.ts';
import { shortened } from '../../shortened.ts';
import { latestPlayed } from '../latestPlayed.ts';

/** Columns between two actions, and the most that the name of one takes. */
const GAP = 2;
const LONGEST_NAME = 12;
/** Columns that hold 100 and 100/100. */
const CELL = { one: 4, both: 7 };

/**
 * Heading, names of actions, and a line for each stage that decisions are taken in; 0 where one is taken for a whole
 * product, whose users are in many stages.
 */
export function byStageHeight({ setup }: Pick<TrainingHistory, 'setup'>): number {
  const { decision, stages } = setup.program;
  return decision ? 0 : 2 + stages.filter(({ absorbing }) => !absorbing).length;
}

/** What the greedy policy decides in each stage, in per cent of the decisions there, beside the rule where there is room. */
export function byStageRows(history: TrainingHistory, room: Room, most: number): Row[] {
  const { program } = history.setup;
  const { width, glyphs } = room;
  const { name, columns, cell, more } = tableOf(history, room);
  const names = columns.map(({ action, wide }) => padded(program.actions[action].name, wide, room));
  const lines = program.stages.flatMap((one, stage) => {
    if (one.absorbing) return [];
    const cells = columns.map(({ action, wide }) => padded(cell(stage, action), wide, room));
    return [row(` ${clip(one.name, name, glyphs).padEnd(name)}`, ...cells)];
  });
  const above = row(span(' '.repeat(name + 1) + names.join(''), 'faint'));
  const rows = [
    heading(titleOf(history, more, width), more, width, glyphs),
    above,
    ...shortened(lines, most - 2, 'stages', room),
  ];
  return rows.slice(0, most).map((line) => clipRow(line, width, glyphs));
}

/** What there is room for. */
interface Table {
  /** columns of the stages' names */
  readonly name: number;
  readonly columns: readonly { readonly action: number; readonly wide: number }[];
  readonly cell: (stage: number, action: number) => string;
  /** what cells hold, in words */
  readonly more: string;
}

function tableOf({ setup, validations, rule }: TrainingHistory, { width, glyphs }: Room): Table {
  const { stages, actions } = setup.program;
  const name = nameWidth(
    stages.filter(({ absorbing }) => !absorbing),
    width,
  );
  const columnsOf = (cell: number, longest: number) =>
    actions.map((one, action) => ({ action, wide: Math.max(cell, Math.min(widthOf(one.name), longest)) }));
  const fits = (columns: Table['columns']) =>
    columns.reduce((sum, { wide }) => sum + wide + GAP, 1 + name) <= width;
  const policy = latestPlayed({ validations })?.played;
  const own = (stage: number, action: number) => percentOf(policy, stage, action) ?? glyphs.dot;
  const both = [columnsOf(CELL.both, LONGEST_NAME), columnsOf(CELL.both, CELL.both)].find(fits);
  if (rule && both) {
    const theirs = (stage: number, action: number) => percentOf(rule.played, stage, action) ?? glyphs.dot;
    const cell = (stage: number, action: number) => `${own(stage, action)}/${theirs(stage, action)}`;
    return { name, columns: both, cell, more: `policy/${rule.name}` };
  }
  const narrow = columnsOf(CELL.one, CELL.one);
  const columns = [columnsOf(CELL.one, LONGEST_NAME), narrow].find(fits);
  if (columns) return { name, columns, cell: own, more: rule ? 'policy' : '' };
  const first = narrow.slice(0, Math.max(Math.floor((width - 1 - name) / (CELL.one + GAP)), 0));
  return { name, columns: first, cell: own, more: `first ${first.length} of ${actions.length} actions` };
}

/** Whole per cent of the decisions in a stage; undefined where none was taken. */
function percentOf(played: PlayedPolicy | undefined, stage: number, action: number): string | undefined {
  const counts = played?.decisionsByStage?.[stage] ?? [];
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return undefined;
  const percent = (100 * counts[action]) / all;
  return percent > 0 && percent < 0.5 ? '<1' : String(Math.round(percent));
}

function padded(text: string, wide: number, { glyphs }: Room): string {
  const cut = clip(text, wide, glyphs);
  return ' '.repeat(Math.max(GAP + wide - widthOf(cut), 0)) + cut;
}

/** Says after which episode where there is room for that too. */
function titleOf(history: TrainingHistory, more: string, width: number): string {
  const title = 'decisions by stage, %';
  const latest = latestPlayed(history);
  const long = latest ? `${title}, after episode ${latest.episode}` : title;
  return widthOf(long) + widthOf(more) + 12 <= width ? long : title;
}
