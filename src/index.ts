/**
 * Tenure as a library: the same things the command line is made of.
 *
 * @example
 * const program = loadScenario(readScenarioFile('scenarios/coupon-trap.yaml'));
 * const environment = new PopulationEnvironment(program, { users: 1000 });
 * const agent = qLearning.create(environment.spec, { key: 1, trainingDays: 10 * program.horizon }, settingsOf(qLearning, {}));
 * for (let episode = 0; episode < 10; episode++) for (const day of learn(environment, agent, `train/${episode}`)) day.figures;
 * const { metrics } = evaluate(program, agent.greedy(), { users: 1000, seed: 'held-out' });
 */

export { epsilonGreedyBandit } from '../agents/bandits/epsilonGreedyBandit.ts';
export { gradientBandit } from '../agents/bandits/gradientBandit.ts';
export { linUcb } from '../agents/bandits/linUcb.ts';
export { thompsonBernoulli } from '../agents/bandits/thompsonBernoulli.ts';
export { thompsonGaussian } from '../agents/bandits/thompsonGaussian.ts';
export { ucb1 } from '../agents/bandits/ucb1.ts';
export { a2c } from '../agents/deep/a2c.ts';
export { BackendError } from '../agents/deep/backend.ts';
export { dqn } from '../agents/deep/dqn.ts';
export { type Compute, ENGINES, openCompute } from '../agents/deep/engine.ts';
export { withHistory } from '../agents/deep/history/withHistory.ts';
export { linearQLearning } from '../agents/deep/linearQLearning.ts';
export { ppo } from '../agents/deep/ppo.ts';
export { reinforce } from '../agents/deep/reinforce.ts';
export { AGENTS, policiesOf } from '../agents/index.ts';
export {
  type AgentContext,
  type AgentKind,
  type PolicyKind,
  SettingError,
  settingsOf,
} from '../agents/kinds.ts';
export { planning } from '../agents/planning/planning.ts';
export { always } from '../agents/rules/always.ts';
export { random } from '../agents/rules/random.ts';
export { doubleQLearning } from '../agents/tabular/doubleQLearning.ts';
export { expectedSarsa } from '../agents/tabular/expectedSarsa.ts';
export { monteCarlo } from '../agents/tabular/monteCarlo.ts';
export { myopic } from '../agents/tabular/myopic.ts';
export { nStepSarsa } from '../agents/tabular/nStepSarsa.ts';
export { qLearning } from '../agents/tabular/qLearning.ts';
export { sarsa } from '../agents/tabular/sarsa.ts';
export { sarsaLambda } from '../agents/tabular/sarsaLambda.ts';
export { watkinsQLambda } from '../agents/tabular/watkinsQLambda.ts';
export type * from '../environments/contract.ts';
export { enumerate } from '../environments/exact/enumerate.ts';
export { NotFiniteError, whyNotFinite } from '../environments/exact/finite.ts';
export type { FiniteDecisionProcess } from '../environments/exact/process.ts';
export { NoSolutionError } from '../environments/exact/solve/block.ts';
export {
  type Criterion,
  type PolicyWorth,
  policyWorth,
  type Solution,
  solve,
} from '../environments/exact/solve/criterion.ts';
export { type ObservedOptimum, observedOptimum } from '../environments/exact/solve/observedPolicy.ts';
export { policyIteration } from '../environments/exact/solve/policyIteration.ts';
export { valueIteration } from '../environments/exact/solve/valueIteration.ts';
export {
  PopulationEnvironment,
  type PopulationOptions,
  SimulationError,
} from '../environments/population/populationEnvironment.ts';
export type { PopulationSnapshot } from '../environments/population/populationSnapshot.ts';
export { streamKey } from '../environments/random/streams.ts';
export { type Diagnostic, ScenarioError } from '../environments/scenario/diagnostics.ts';
export {
  type ExplainedDay,
  explainBirth,
  explainDay,
  type UserDay,
} from '../environments/scenario/explain.ts';
export { loadScenario, type ScenarioSource } from '../environments/scenario/loadScenario.ts';
export { observeEverything } from '../environments/scenario/observeEverything.ts';
export type { Program } from '../environments/scenario/program.ts';
export { readScenarioFile } from './cli/scenarioFiles.ts';
export { type Comparison, type Contestant, compare } from './experiment/compare.ts';
export { type Evaluation, evaluate } from './experiment/evaluate.ts';
export { exactPolicy } from './experiment/exactPolicy.ts';
export { type ExactResult, solveExactly, worthOf } from './experiment/exactResult.ts';
export { interact, learn } from './experiment/interact.ts';
export { optimalPolicy } from './experiment/optimalPolicy.ts';
export { RunFolder } from './experiment/runFolder.ts';
export type { RunRecord } from './experiment/runRecord.ts';
export { type Training, train } from './experiment/train.ts';
export { type Interval, meanInterval, pairedInterval, seedInterval } from './statistics/interval.ts';
