import type { EnvironmentSpec } from '../../../environments/contract.ts';

/**
 * Where what lies in the row of an event: the action received (one column each, and one that says it is masked), then
 * what is seen in the evening, then how it changed, and a column that says both are masked.
 */
export interface EventShape {
  readonly actions: number;
  readonly features: number;
  /** columns of a row */
  readonly width: number;
  readonly actionMasked: number;
  readonly levels: number;
  readonly changes: number;
  readonly answerMasked: number;
}

export function eventShape({ actions, features }: Pick<EnvironmentSpec, 'actions' | 'features'>): EventShape {
  const [a, f] = [actions.length, features.length];
  return {
    actions: a,
    features: f,
    width: a + 2 * f + 2,
    actionMasked: a,
    levels: a + 1,
    changes: a + 1 + f,
    answerMasked: a + 1 + 2 * f,
  };
}
