import type { Checker } from './checker.ts';
import { checkEntry, entryOf, observedEntry } from './checkVectors.ts';
import type { Names } from './names.ts';
import type { Observed, StateVariable } from './program.ts';
import type { ScenarioFile } from './schema.ts';
import { LIMITS } from './schemaParts.ts';
import { eveningScope } from './scopes.ts';

/** Checks what agents may see, and how it is binned to the tabular state. */
export function checkObserve(
  file: ScenarioFile,
  names: Names,
  state: readonly StateVariable[],
  checker: Checker,
): Observed[] {
  const observe = Object.entries(file.observe).flatMap(([name, given]): Observed[] => {
    const detailed = typeof given === 'object' ? given : undefined;
    const scope = eveningScope(`observe.${name}`, names);
    const entry = observedEntry(entryOf('observe', name, given), scope, checker);
    const { path } = entry;
    const defined = checkEntry(entry, scope, checker, 'any');
    if (defined.length === 0) return [];
    const [{ formula }] = defined;
    const visible = names.observedAs(formula);
    const members =
      visible && visible.type !== 'number' && visible.type !== 'boolean'
        ? names.members[visible.type]
        : undefined;
    const declared = detailed?.bins;
    if (declared && members)
      checker.report([...path.slice(0, 2), 'bins'], `a ${visible?.type} has a bin for each name already`);
    if (declared?.some((edge, i) => i > 0 && edge <= declared[i - 1])) {
      checker.report([...path.slice(0, 2), 'bins'], `bins are rising edges, got [${declared.join(', ')}]`);
    }
    const domain =
      visible?.source === 'state' ? state.find((v) => v.name === visible.name)?.domain : undefined;
    const bins = declared ?? (visible?.type === 'boolean' ? [0.5] : domain?.slice(1));
    if (!members && bins && bins.length > LIMITS.bins) {
      const problem = `"${visible?.name}" has ${bins.length + 1} values; give at most ${LIMITS.bins} edges as bins`;
      checker.report(path, problem);
    }
    return defined.map((d) => ({
      ...d,
      bins: members ? undefined : bins,
      members,
      about: detailed?.about,
    }));
  });
  checkTabularStates(observe, checker);
  return observe;
}

/** The tabular state has a value for each combination of bins. */
function checkTabularStates(observe: readonly Observed[], checker: Checker): void {
  const counts = observe.map(({ members, bins }) => members?.length ?? (bins?.length ?? 0) + 1);
  const states = counts.reduce((product, count) => product * count, 1);
  if (states <= LIMITS.tabularStates) return;
  const problem = `the bins make ${states} tabular states, a scenario has at most ${LIMITS.tabularStates}`;
  checker.reportKey(['observe'], problem);
}
