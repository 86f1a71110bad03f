import type { Policy } from '../../environments/contract.ts';
import type { TrainingEvent } from '../training/trainingEvent.ts';

/** Somebody who looks on while an agent learns. Nothing that is told or asked for changes what the run writes. */
export interface TrainingWatch {
  /** what the agent is measured by, beside what every run does: a rule that the scenario's author wrote down */
  readonly rule: { readonly name: string; create(): Policy };
  /** told of everything, in order; what it is given stays as it is */
  tell(event: TrainingEvent): void;
  /** asked after each day; learning goes on when it resolves, or at once if there is nothing to wait for */
  hold(): Promise<void> | undefined;
  /** asked after each episode: whether to play the greedy policy now */
  wantsEvaluation(): boolean;
}
