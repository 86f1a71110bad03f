import type { TimeStep } from '../../../environments/contract.ts';
import type { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { drawKey, drawWord } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import type { ExplainedDay } from '../../../environments/scenario/explain.ts';
import { type ExplainedProduct, explainProduct } from '../../../environments/scenario/explainProduct.ts';
import { same } from './compareOpen.ts';

/**
 * Compares what follows a day of each product with its explanation, from figures put together here.
 *
 * @returns newcomers a day by each channel, group after group
 */
export function expectProduct(
  environment: PopulationEnvironment,
  step: TimeStep,
  lived: readonly (ExplainedDay | undefined)[],
  actions: Uint8Array,
  day: number,
): readonly (readonly number[])[] {
  const { program, shape, seedKey } = environment;
  return Array.from({ length: shape.groups }, (_, group) => {
    const { a, b } = drawKey(purposeOf('product'), 0, 0);
    const people = lived.slice(group * shape.places, (group + 1) * shape.places);
    const figures = figuresOf(environment, people);
    const action = program.decision ? actions[group] : 0;
    const explained = explainProduct(program.decision ? program : ratesOnly(environment), {
      ...{ seedKey, birth: drawWord(group, a, b), day, action, figures },
    });
    if (program.decision) expectSeen(environment, step, explained, group, day);
    return explained.rates.map(({ value }) => Math.max(value, 0));
  });
}

/** What is asked of single users cannot be asked of all of them. */
function ratesOnly({ program }: PopulationEnvironment) {
  return { ...program, reward: [], observe: [], metrics: [] };
}

function figuresOf(
  { program, shape }: PopulationEnvironment,
  people: readonly (ExplainedDay | undefined)[],
): Record<string, number> {
  const there = people.flatMap((e) => (e ? [e] : []));
  return Object.fromEntries(
    program.aggregates.map(({ name, over }) => {
      const values = there.map(({ metrics }) => metrics.find((m) => m.name === name)?.value ?? Number.NaN);
      const parts = values.map((value) => (over === 'share' ? Number(!!value) : Math.fround(value)));
      const sum = parts.reduce((total, part) => total + part, 0);
      return [name, sum / (over === 'total' ? shape.founders : Math.max(there.length, 1))];
    }),
  );
}

function expectSeen(
  { program, spec }: PopulationEnvironment,
  { rewards, observation }: TimeStep,
  explained: ExplainedProduct,
  group: number,
  day: number,
): void {
  const where = `day ${day}, product ${group}`;
  same(rewards[group], Math.fround(explained.total), `${where}: reward`);
  const features = program.observe.flatMap(({ members }, k) => {
    const { value } = explained.observe[k];
    return members ? members.map((_, member) => Number(member === value)) : [Math.fround(value)];
  });
  for (const [k, value] of features.entries())
    same(observation.features[group * spec.features.length + k], value, `${where}: ${spec.features[k]}`);
}
