import { describe, expect, it } from 'vitest';
import type { TrainingHistory } from '../../../../src/training/trainingHistory.ts';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import { rowWidth, textOf } from '../../../../src/ui/row.ts';
import { byStageHeight, byStageRows } from '../../../../src/ui/train/panels/byStageRows.ts';
import { madeHistory } from '../../training/madeHistory.ts';
import { goingWell } from './madeScreen.ts';

const all = Number.POSITIVE_INFINITY;
const drawn = (history: TrainingHistory, width: number, most = all) =>
  byStageRows(history, { width, glyphs: glyphsOf('unicode') }, most).map(textOf);
const cellsOf = (line: string) => line.trim().split(/ +/);

/** The same with decisions counted otherwise: rows are stages, columns are actions. */
function counted(decisionsByStage: readonly (readonly number[])[]): TrainingHistory {
  const history = goingWell();
  const validations = history.validations.map((point) =>
    point.validated
      ? {
          ...point,
          validated: { ...point.validated, played: { ...point.validated.played, decisionsByStage } },
        }
      : point,
  );
  return { ...history, validations };
}

describe('byStageRows()', () => {
  it('has a line for each stage in which decisions are taken, in per cent of those there', () => {
    const stages = [
      [30, 10, 0, 0],
      [999, 1, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 5],
      [1, 1, 1, 1],
      [9, 9, 9, 9],
    ];
    const { rule: _, ...alone } = counted(stages);
    const [title, names, ...lines] = drawn({ ...alone, rule: undefined }, 80);
    expect(title).toMatch(/^── decisions by stage, %, after episode 12 ─+$/);
    expect(cellsOf(names)).toEqual(['none', 'recommend', 'message', 'coupon']);
    expect(lines.map(cellsOf)).toEqual([
      ['new', '75', '25', '0', '0'],
      ['active', '100', '<1', '0', '0'],
      ['loyal', '·', '·', '·', '·'],
      ['atRisk', '0', '0', '0', '100'],
      ['dormant', '25', '25', '25', '25'],
    ]);
    expect(lines).toHaveLength(byStageHeight(alone as TrainingHistory) - 2);
  });

  it('puts the rule beside the policy where there is room, and else says that it is the policy alone', () => {
    const [wide, , first] = drawn(goingWell(), 80);
    expect(wide).toContain('policy/marketer');
    expect(cellsOf(first)[1]).toMatch(/^\d+\/\d+$/);
    const [narrow, , own] = drawn(goingWell(), 38);
    expect(narrow).toMatch(/ policy ──$/);
    expect(cellsOf(own)[1]).toMatch(/^\d+$/);
    expect(drawn(goingWell(), 22)[0]).not.toContain('policy');
  });

  it('says what is not known yet by dots', () => {
    const [title, , first] = drawn(madeHistory({ done: 2 }), 80);
    expect(title).not.toContain('after');
    expect(cellsOf(first)).toEqual(['new', '·', '·', '·', '·']);
  });

  it('is never wider or higher than its place', () => {
    for (let width = 4; width < 130; width += 4)
      for (const most of [0, 1, 2, 3, 5, 9]) {
        const rows = byStageRows(goingWell(), { width, glyphs: glyphsOf('ascii') }, most);
        expect(rows.length).toBeLessThanOrEqual(most);
        for (const line of rows) expect(rowWidth(line)).toBeLessThanOrEqual(width);
      }
  });
});
