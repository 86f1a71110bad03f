import type { Program } from '../../environments/scenario/program.ts';

/** What is done, in a sentence: an action by its name; one that is called none is to do nothing. @param action index */
export function actionInWords({ actions }: Pick<Program, 'actions'>, action: number): string {
  const { name } = actions[action];
  return name === 'none' ? 'nothing' : name;
}
