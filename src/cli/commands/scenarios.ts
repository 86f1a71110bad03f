import { whyNotFinite } from '../../../environments/exact/finite.ts';
import type { Definition, Program } from '../../../environments/scenario/program.ts';
import type { Command, Invocation } from '../command.ts';
import type { Output } from '../output.ts';
import { classicScenarios, lessonScenarios, shippedScenarios } from '../scenarioFiles.ts';
import { loadNamed, SCENARIO_OPTIONS } from '../scenarioOptions.ts';
import { table } from '../table.ts';
import { arrivalLines, budgetLines, decisionLines } from '../togetherLines.ts';
import { wrap } from '../wrap.ts';

export const command: Command = {
  describe: 'Lists the scenarios; with a name, tells its story, stages, actions, observations and formulas.',
  positional: '[scenario]',
  examples: [
    ['tenure scenarios', 'all that come with the program'],
    ['tenure scenarios coupon-trap', 'one of them, or the path of a file'],
  ],
  options: SCENARIO_OPTIONS,
  async run(invocation) {
    const [name] = invocation.arguments;
    if (name === undefined) listAll(invocation);
    else tell(loadNamed(name, invocation).program, invocation.output);
  },
};

function listAll(invocation: Invocation): void {
  const { output } = invocation;
  const load = (names: readonly string[]) => names.map((name) => loadNamed(name, invocation).program);
  const [businesses, classics, lessons] = [shippedScenarios(), classicScenarios(), lessonScenarios()].map(
    load,
  );
  if (output.json) {
    const shelf = (programs: readonly Program[], kind: 'business' | 'classic' | 'lesson') =>
      programs.map((program) => {
        const { name, title, story, phenomenon, horizon } = program;
        return { name, kind, title, story, phenomenon, horizon, finite: whyNotFinite(program).length === 0 };
      });
    const scenarios = [
      ...shelf(businesses, 'business'),
      ...shelf(classics, 'classic'),
      ...shelf(lessons, 'lesson'),
    ];
    output.printJson({ schema: 'tenure.scenarios/1', scenarios });
    return;
  }
  for (const { name, title, horizon, phenomenon, story } of businesses) {
    output.print(`${output.bold(name)}  ${title}, ${horizon} days`);
    for (const line of wrap(phenomenon ?? story, textWidth(output) - 2)) output.print(`  ${line}`);
  }
  output.print('\nTextbook models; * what tenure solve solves exactly:');
  listSmall(classics, output);
  output.print('\nSmall worlds of the lessons, see tenure learn:');
  listSmall(lessons, output);
  output.print('\ntenure scenarios <name> tells one; tenure check <file> tests one of yours');
}

function listSmall(programs: readonly Program[], output: Output): void {
  const width = Math.max(...programs.map(({ name }) => name.length));
  for (const program of programs) {
    const mark = whyNotFinite(program).length === 0 ? '*' : ' ';
    output.print(`${output.bold(program.name.padEnd(width))}  ${mark} ${program.title}`);
  }
}

function tell(program: Program, output: Output): void {
  if (output.json) {
    output.printJson({ schema: 'tenure.scenario/1', ...plain(program) });
    return;
  }
  const section = (title: string, lines: readonly string[]) => {
    if (lines.length > 0)
      output.print(`\n${output.bold(title)}\n${lines.map((line) => `  ${line}`).join('\n')}`);
  };
  output.print(
    `${output.bold(program.title)} (${program.name}), ${program.horizon} days${program.starts ? ` from ${program.starts.date}` : ''}\n`,
  );
  if (program.extends)
    output.print(`A variant: ${program.name} extends ${program.extends.join(', which extends ')}\n`);
  for (const line of wrap(program.story, textWidth(output))) output.print(line);
  section(
    'What a naive policy gets wrong',
    program.phenomenon ? wrap(program.phenomenon, textWidth(output) - 2) : [],
  );
  section('To be maximised', [objectiveText(program)]);
  section('Decided for', decisionLines(program));
  section('Budget', budgetLines(program));
  section('New users', arrivalLines(program));
  section('Stages', stageLines(program));
  section(
    'Segments',
    program.segments.map((s) => `${s.name} ${(100 * s.share).toFixed(0)} %  ${pairs(s.properties)}`),
  );
  section(
    'Actions',
    table(
      ['action', 'family', ...program.actionAttributes],
      program.actions.map((a) => [
        a.name,
        a.family,
        ...program.actionAttributes.map((k) => String(a.attributes[k])),
      ]),
    ),
  );
  section(
    'Not for everyone',
    program.actions.flatMap(({ name, when }) => (when ? [`${name} when ${when.text}`] : [])),
  );
  section(
    'What agents see',
    oncePerVector(program.observe).map(
      (o) => `${titleOf(o)} = ${o.formula.text}${binText(o.bins, o.members)}${note(o.about)}`,
    ),
  );
  section(
    'Parameters, for --set',
    program.parameters.map(
      (p) => `${p.name} = ${p.value}${p.range ? `, ${p.range[0]} to ${p.range[1]}` : ''}${note(p.about)}`,
    ),
  );
  section(
    'Drawn at birth',
    oncePerVector(program.traits).map((t) => `${titleOf(t)} = ${t.formula.text}`),
  );
  section(
    'Carried from day to day',
    oncePerVector(program.state).map((s) => `${titleOf(s)} starts at ${s.formula.text}${note(s.about)}`),
  );
  section(
    'Every day',
    oncePerVector(program.day).map((d) => `${titleOf(d)} = ${d.formula.text}`),
  );
  section(
    'Reward, summed',
    program.reward.map((r) => `${r.name} = ${r.formula.text}`),
  );
  section('Counts as a visit', program.visit ? [program.visit.formula.text] : []);
  section(
    'Metrics',
    program.metrics.map((m) => `${m.name} = ${m.formula.text} (${m.over} over days)${note(m.about)}`),
  );
  section(
    'Rules',
    program.rules.map((r) => `${r.name}: ${r.about}`),
  );
  section('Sources', program.sources);
}

/** The elements of a vector have one formula: the first stands for all. */
function oncePerVector<T extends Definition>(definitions: readonly T[]): T[] {
  return definitions.filter(({ element }) => (element?.place ?? 1) === 1);
}

function titleOf({ name, element }: Definition): string {
  return element ? `${element.vector}[1…${element.length}]` : name;
}

const CRITERIA: Readonly<Record<Program['objective']['criterion'], string>> = {
  horizon: 'the sum of rewards up to the horizon',
  discounted: 'the sum of discounted rewards, without end',
  total: 'the sum of rewards, without end',
  average: 'the reward per day in the long run',
};

function objectiveText({ objective: { criterion, discount } }: Program): string {
  return `${CRITERIA[criterion]}${discount < 1 ? `; a day later a reward is worth ${discount} of itself` : ''}`;
}

function stageLines({ stages }: Program): string[] {
  return stages.flatMap((stage) =>
    stage.absorbing
      ? [`${stage.name}: left for good`]
      : stage.transitions.map(({ to, formula }) => `${stage.name} → ${stages[to].name}: ${formula.text}`),
  );
}

function plain(program: Program): object {
  // Formulas as their texts: the syntax trees are of no use outside.
  const text = JSON.stringify(program, (key, value) => (FORMULAS.includes(key) ? value?.text : value));
  return JSON.parse(text) as object;
}

/** Keys whose values are formulas. */
const FORMULAS = ['formula', 'when', 'score'];

const note = (about: string | undefined) => (about ? `  – ${about}` : '');

function binText(bins: readonly number[] | undefined, members: readonly string[] | undefined): string {
  if (members) return ` (${members.join(', ')})`;
  return bins ? ` (bins from ${bins.join(', ')})` : ' (not binned)';
}

function pairs(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');
}

/** Running text is not set wider than it can be read. */
function textWidth({ width }: Pick<Output, 'width'>): number {
  return Math.min(width, 100);
}
