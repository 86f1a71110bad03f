import type { ListedRun, ReadRun } from './browseLists.ts';

/**
 * Why two runs cannot be compared day by day: it takes the same people with the same luck.
 *
 * @returns undefined: they can be
 */
export function whyNotCompared(marked: ListedRun, chosen: ListedRun): string | undefined {
  if (marked.key === chosen.key) return 'this is the marked run; choose another to compare it with';
  const [a, b] = [marked.read(), chosen.read()];
  if ('reason' in a) return 'the marked run cannot be read';
  if ('reason' in b) return 'this run cannot be read';
  if (!a.result) return 'the marked run is not finished';
  if (!b.result) return 'this run is not finished';
  const differs = worldsOf(marked, a, chosen, b).find(([, one, other]) => one !== other);
  if (!differs) return undefined;
  const [name, one, other] = differs;
  return `the ${name} is ${one} in the marked run, ${other} in this one`;
}

function worldsOf(
  marked: ListedRun,
  { settings: a }: ReadRun,
  chosen: ListedRun,
  { settings: b }: ReadRun,
): [string, string | undefined, string | undefined][] {
  const parameters = Object.keys({ ...a.scenario, ...b.scenario });
  return [
    ['scenario', marked.scenario, chosen.scenario],
    ...parameters.map((name): [string, string | undefined, string | undefined] => [
      `parameter ${name}`,
      a.scenario[name],
      b.scenario[name],
    ]),
    ['seed', a.training['seed'], b.training['seed']],
    ['number of held-out users', a.training['heldOut'], b.training['heldOut']],
  ];
}
