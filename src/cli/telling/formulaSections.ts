import type { Definition, Program } from '../../../environments/scenario/program.ts';
import type { Section } from './scenarioSections.ts';

/** What is computed of users, from birth to the metrics, and what agents see of it. */
export function formulaSections(program: Program): Section[] {
  const { traits, day, reward, visit, rules } = program;
  return [
    { title: 'What agents see', lines: observedLines(program) },
    { title: 'Parameters, for --set', lines: parameterLines(program) },
    { title: 'Drawn at birth', lines: oncePerVector(traits).map(formulaLine) },
    { title: 'Carried from day to day', lines: stateLines(program) },
    { title: 'Every day', lines: oncePerVector(day).map(formulaLine) },
    { title: 'Reward, summed', lines: reward.map(({ name, formula }) => `${name} = ${formula.text}`) },
    { title: 'Counts as a visit', lines: visit ? [visit.formula.text] : [] },
    { title: 'Metrics', lines: metricLines(program) },
    { title: 'Rules', lines: rules.map(({ name, about }) => `${name}: ${about}`) },
  ];
}

function observedLines({ observe }: Program): string[] {
  return oncePerVector(observe).map(
    (seen) => `${formulaLine(seen)}${binText(seen.bins, seen.members)}${note(seen.about)}`,
  );
}

function binText(bins: readonly number[] | undefined, members: readonly string[] | undefined): string {
  if (members) return ` (${members.join(', ')})`;
  return bins ? ` (bins from ${bins.join(', ')})` : ' (not binned)';
}

function parameterLines({ parameters }: Program): string[] {
  return parameters.map(({ name, value, range, about }) => {
    const reach = range ? `, ${range[0]} to ${range[1]}` : '';
    return `${name} = ${value}${reach}${note(about)}`;
  });
}

function stateLines({ state }: Program): string[] {
  return oncePerVector(state).map((one) => `${titleOf(one)} starts at ${one.formula.text}${note(one.about)}`);
}

function metricLines({ metrics }: Program): string[] {
  return metrics.map(
    ({ name, formula, over, about }) => `${name} = ${formula.text} (${over} over days)${note(about)}`,
  );
}

function formulaLine(definition: Definition): string {
  return `${titleOf(definition)} = ${definition.formula.text}`;
}

/** The elements of a vector have one formula: the first stands for all. */
function oncePerVector<T extends Definition>(definitions: readonly T[]): T[] {
  return definitions.filter(({ element }) => (element?.place ?? 1) === 1);
}

function titleOf({ name, element }: Definition): string {
  return element ? `${element.vector}[1…${element.length}]` : name;
}

const note = (about: string | undefined) => (about ? `  – ${about}` : '');
