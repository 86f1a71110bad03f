import type { AgentKind } from '../../../agents/kinds.ts';
import { doubleQLearning } from '../../../agents/tabular/doubleQLearning.ts';
import { expectedSarsa } from '../../../agents/tabular/expectedSarsa.ts';
import { monteCarlo } from '../../../agents/tabular/monteCarlo.ts';
import { myopic } from '../../../agents/tabular/myopic.ts';
import { nStepSarsa } from '../../../agents/tabular/nStepSarsa.ts';
import { qLearning } from '../../../agents/tabular/qLearning.ts';
import { sarsa } from '../../../agents/tabular/sarsa.ts';
import { sarsaLambda } from '../../../agents/tabular/sarsaLambda.ts';
import { watkinsQLambda } from '../../../agents/tabular/watkinsQLambda.ts';

/** The agents whose learning from given actions leaves nothing to chance. */
export const WITHOUT_LUCK: readonly AgentKind[] = [
  qLearning,
  sarsa,
  expectedSarsa,
  nStepSarsa,
  monteCarlo,
  sarsaLambda,
  watkinsQLambda,
  myopic,
];

/** All tabular agents. */
export const TABULAR: readonly AgentKind[] = [...WITHOUT_LUCK, doubleQLearning];
