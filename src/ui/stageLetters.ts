import type { Program } from '../../environments/scenario/program.ts';
import { letters } from './letters.ts';

/** One capital letter for each stage, all different. */
export function stageLetters({ stages }: Pick<Program, 'stages'>): string[] {
  return letters(
    stages.map(({ name }) => name),
    true,
  );
}
