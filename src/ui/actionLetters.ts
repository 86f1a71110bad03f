import type { Program } from '../../environments/scenario/program.ts';
import type { Glyphs } from './glyphs.ts';
import { letters } from './letters.ts';

/** One character for each action, all different: a dot for the first one if it is to do nothing, else a small letter. */
export function actionLetters({ actions }: Pick<Program, 'actions'>, { dot }: Glyphs): string[] {
  const names = actions.map(({ name }) => name);
  if (actions[0].family !== 'none') return letters(names, false);
  return [dot, ...letters(names.slice(1), false)];
}
