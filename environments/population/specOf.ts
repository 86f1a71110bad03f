import type { EnvironmentSpec } from '../contract.ts';
import type { Program } from '../scenario/program.ts';
import { featureNames } from './kernelOutput.ts';
import { binCount } from './observationGraph.ts';
import { namedRule } from './rulePolicy.ts';

/** What agents are told of a scenario before they start; `users`: those who are decided for. */
export function specOf(program: Program, users: number): EnvironmentSpec {
  const features = featureNames(program);
  const bins = program.observe
    .map((o) => ({ name: o.name, count: binCount(o) }))
    .filter(({ count }) => count > 1);
  return {
    name: program.name,
    users,
    horizon: Math.ceil(program.horizon / (program.decision?.every ?? 1)),
    actions: program.actions.map(({ name, family, attributes }) => ({
      name,
      family,
      cost: attributes['cost'],
    })),
    features,
    bins,
    stateCount: bins.reduce((product, { count }) => product * count, 1),
    rules: program.rules.map((rule) => namedRule(program, rule, features.length)),
    visits: program.visit !== undefined,
    ...(program.arrivals && { open: true }),
    ...(program.budget && { budget: program.budget }),
  };
}
