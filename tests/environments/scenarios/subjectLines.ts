import { join } from 'node:path';
import { policiesOf } from '../../../agents/index.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../../environments/random/streams.ts';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import type { Contestant } from '../../../src/experiment/compare.ts';
import { evaluate, type UserMetric } from '../../../src/experiment/evaluate.ts';

export const COMPARISONS = 200;

/** People of one group; groups of different numbers have nobody in common. */
const GROUP = 100;
const DAYS = 20;

const source = readScenarioFile(join(import.meta.dirname, '../../../scenarios/no-difference.yaml'));
/** The scenario `no-difference` as it is. */
export const sameLuck = loadScenario(source);
/** The same where each subject line tosses a coin of its own for who opens, with the same odds. */
export const ownLuck = loadScenario(source, { ownLuck: 1 });

const { spec } = new PopulationEnvironment(sameLuck, { users: 1 });
const kinds = policiesOf(spec);
/** Policies that do not learn. */
export const POLICIES = kinds.map(({ name }) => name);
/** Those that write the same subject line to everyone, always. */
export const LINES = POLICIES.filter((name) => name.startsWith('always:'));

const played = new Map<string, readonly UserMetric[]>();

/** Everyone under a policy, played once. */
function everyone(program: Program, policy: string, seed: string): readonly UserMetric[] {
  const key = `${program === ownLuck}/${policy}/${seed}`;
  const known = played.get(key);
  if (known) return known;
  const kind = kinds.find(({ name }) => name === policy)!;
  const users = (program === ownLuck ? 1 : 2) * COMPARISONS * GROUP;
  const plan = { users, days: DAYS, seed };
  const { metrics } = evaluate(program, kind.create(spec, { key: streamKey(seed, 'policy') }), plan);
  played.set(key, metrics);
  return metrics;
}

/**
 * A policy on one group of people.
 *
 * @param group which people, 0 to 399, or to 199 with luck of their own; the same number is the same people under every policy
 * @param seeds seeds into which the group falls, each with people of its own
 * @param seed who everyone is
 */
export function people(
  program: Program,
  policy: string,
  group: number,
  seeds: number,
  seed = 'people',
): Contestant {
  const metrics = everyone(program, policy, seed);
  const size = GROUP / seeds;
  const evaluations = Array.from({ length: seeds }, (_, k) => {
    const from = group * GROUP + k * size;
    return {
      metrics: metrics.map(({ name, values }) => ({ name, values: values.slice(from, from + size) })),
    };
  });
  return { name: policy, evaluations };
}
