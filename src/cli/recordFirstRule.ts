import type { Program } from '../../environments/scenario/program.ts';
import { seeds } from '../experiment/configuration.ts';
import { evaluatePatiently } from '../experiment/evaluate.ts';
import type { Invocation } from './command.ts';
import { deciderNamed } from './deciders.ts';
import { playedRule } from './playedRule.ts';
import { namedPolicy } from './policies.ts';
import type { Replayed } from './replaying/replayed.ts';
import { findScenario } from './scenarioFiles.ts';
import { loadWith } from './scenarioOptions.ts';
import { DEFAULT_EPISODES, defaultHeldOut } from './trainingOptions.ts';

/** Who plays a scenario that has no rules. */
const WITHOUT_RULES = 'random';
/** The seed of the people it is played on. */
const FIRST_RULE_SEED = '1';

/**
 * Plays a scenario under the first of its rules, on as many users as a run is evaluated on, and keeps what was done.
 *
 * @param name of a scenario that comes with the program
 */
export async function recordFirstRule(
  name: string,
  { output, signal, text }: Pick<Invocation, 'output' | 'signal' | 'text'>,
): Promise<Replayed> {
  const scenario = loadWith(findScenario(name), {}, 'declared');
  const { program } = scenario;
  const rule = firstRule(program);
  const users = defaultHeldOut(program);
  output.note(
    `${name}: playing ${rule} on ${users.toLocaleString('en')} ${program.decision ? 'products' : 'users'}`,
  );
  const training = { episodes: DEFAULT_EPISODES, heldOutUsers: users };
  const policy = namedPolicy(rule, { scenario, results: text('results'), training, origins: {} });
  const seed = seeds.heldOut(FIRST_RULE_SEED);
  const plan = { users, seed, record: true };
  const { actions } = await evaluatePatiently(program, await policy.for(FIRST_RULE_SEED), plan, signal);
  const label = `${name} under ${rule}`;
  const recording = { program, seed, users, actions, label, rule: playedRule(policy, scenario) };
  const decider = () => deciderNamed(policy, FIRST_RULE_SEED);
  return {
    recording,
    label: name,
    scenario,
    record: undefined,
    policy: rule,
    seed: FIRST_RULE_SEED,
    decider,
    estimator: async () => undefined,
  };
}

/** Name of the rule that plays a scenario where nobody asks for another. */
export function firstRule({ rules }: Pick<Program, 'rules'>): string {
  return rules[0]?.name ?? WITHOUT_RULES;
}
