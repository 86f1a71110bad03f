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
export { AGENTS, policiesOf } from '../agents/index.ts';
export {
  type AgentContext,
  type AgentKind,
  type PolicyKind,
  SettingError,
  settingsOf,
} from '../agents/kinds.ts';
export { always } from '../agents/rules/always.ts';
export { random } from '../agents/rules/random.ts';
export { expectedSarsa } from '../agents/tabular/expectedSarsa.ts';
export { myopic } from '../agents/tabular/myopic.ts';
export { qLearning } from '../agents/tabular/qLearning.ts';
export { sarsa } from '../agents/tabular/sarsa.ts';
export type * from '../environments/contract.ts';
export {
  PopulationEnvironment,
  type PopulationOptions,
  type PopulationSnapshot,
  SimulationError,
} from '../environments/population/populationEnvironment.ts';
export { streamKey } from '../environments/random/streams.ts';
export { type Diagnostic, ScenarioError } from '../environments/scenario/diagnostics.ts';
export {
  type ExplainedDay,
  explainBirth,
  explainDay,
  type UserDay,
} from '../environments/scenario/explain.ts';
export {
  loadScenario,
  readScenarioFile,
  type ScenarioSource,
} from '../environments/scenario/loadScenario.ts';
export { observeEverything } from '../environments/scenario/observeEverything.ts';
export type { Program } from '../environments/scenario/program.ts';
export { type Comparison, type Contestant, compare } from './experiment/compare.ts';
export { type Evaluation, evaluate } from './experiment/evaluate.ts';
export { interact, learn } from './experiment/interact.ts';
export { RunFolder } from './experiment/runFolder.ts';
export type { RunRecord } from './experiment/runRecord.ts';
export { type Training, train } from './experiment/train.ts';
export { type Interval, meanInterval, pairedInterval, seedInterval } from './statistics/interval.ts';
