import type { Program } from '../../../environments/scenario/program.ts';
import { arrivalLines, budgetLines, decisionLines } from '../togetherLines.ts';
import { wrap } from '../wrap.ts';
import { actionSections } from './actionSections.ts';
import { formulaSections } from './formulaSections.ts';

/** A part of what is told of a scenario; one without lines is left out. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/**
 * All that is told of a scenario below its story, in the order in which it is told.
 *
 * @param width columns that running text is set to
 */
export function scenarioSections(program: Program, width: number): Section[] {
  const { phenomenon, sources } = program;
  return [
    { title: 'What a naive policy gets wrong', lines: phenomenon ? wrap(phenomenon, width - 2) : [] },
    { title: 'To be maximised', lines: [objectiveText(program)] },
    { title: 'Decided for', lines: decisionLines(program) },
    { title: 'Budget', lines: budgetLines(program) },
    { title: 'New users', lines: arrivalLines(program) },
    { title: 'Stages', lines: stageLines(program) },
    { title: 'Segments', lines: segmentLines(program) },
    ...actionSections(program),
    ...formulaSections(program),
    { title: 'Sources', lines: sources },
  ];
}

const CRITERIA: Readonly<Record<Program['objective']['criterion'], string>> = {
  horizon: 'the sum of rewards up to the horizon',
  discounted: 'the sum of discounted rewards, without end',
  total: 'the sum of rewards, without end',
  average: 'the reward per day in the long run',
};

function objectiveText({ objective: { criterion, discount } }: Program): string {
  return `${CRITERIA[criterion]}${discount < 1 ? `; a day later a reward is worth ${discount} of itself` : ''}`;
}

function stageLines({ stages }: Program): string[] {
  return stages.flatMap((stage) =>
    stage.absorbing
      ? [`${stage.name}: left for good`]
      : stage.transitions.map(({ to, formula }) => `${stage.name} → ${stages[to].name}: ${formula.text}`),
  );
}

function segmentLines({ segments }: Program): string[] {
  return segments.map(({ name, share, properties }) => {
    const values = Object.entries(properties).map(([key, value]) => `${key} ${value}`);
    return `${name} ${(100 * share).toFixed(0)} %  ${values.join(', ')}`;
  });
}
