import type { Expression } from './expression.ts';
import { SymbolNode } from './mathjs.ts';
import type { Observed, Program } from './program.ts';
import { LIMITS } from './schemaParts.ts';

/**
 * The same program with nothing hidden: stage, segment, every trait and every state variable observed besides what
 * the scenario declares. What would make too many bins or tabular states is seen as a number only. For study; no
 * real product sees all this.
 */
export function observeEverything(program: Program): Program {
  const known = new Set(program.observe.map(({ name }) => name));
  const variables = [...program.traits, ...program.state].map(({ name }) => {
    const source = program.state.some((v) => v.name === name) ? ('state' as const) : ('trait' as const);
    const domain = program.state.find((v) => v.name === name)?.domain;
    return observed(name, { kind: 'reference', source, name, type: 'number' }, domain?.slice(1), undefined);
  });
  const lists = (['stage', 'segment'] as const).map((name) => {
    const members = (name === 'stage' ? program.stages : program.segments).map((member) => member.name);
    return observed(name, { kind: 'reference', source: 'builtin', name, type: name }, undefined, members);
  });
  const added = [...lists, ...variables].filter(({ name }) => !known.has(name));
  return { ...program, observe: withinLimits([...program.observe, ...added]) };
}

/** Takes the bins from variables that would make the tabular state larger than a scenario may have it. */
function withinLimits(observe: readonly Observed[]): Observed[] {
  let states = 1;
  return observe.map((seen) => {
    const count = seen.members?.length ?? (seen.bins?.length ?? 0) + 1;
    const fits = seen.members || (count - 1 <= LIMITS.bins && states * count <= LIMITS.tabularStates);
    if (!fits) return { ...seen, bins: undefined };
    states *= count;
    return seen;
  });
}

function observed(
  name: string,
  expression: Expression,
  bins: Observed['bins'],
  members: Observed['members'],
): Observed {
  return {
    name,
    formula: { text: name, expression, math: new SymbolNode(name) },
    bins,
    members,
    about: undefined,
  };
}
