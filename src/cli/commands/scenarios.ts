import { whyNotFinite } from '../../../environments/exact/finite.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import type { Command, Invocation } from '../command.ts';
import type { Output } from '../output.ts';
import { classicScenarios, lessonScenarios, shippedScenarios } from '../scenarioFiles.ts';
import { loadNamed, SCENARIO_OPTIONS } from '../scenarioOptions.ts';
import { scenarioSections } from '../telling/scenarioSections.ts';
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

/** Scenarios of one kind, as data. */
function shelf(programs: readonly Program[], kind: 'business' | 'classic' | 'lesson'): object[] {
  return programs.map((program) => {
    const { name, title, story, phenomenon, horizon } = program;
    return { name, kind, title, story, phenomenon, horizon, finite: whyNotFinite(program).length === 0 };
  });
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
  const { name, title, horizon, starts, story, extends: bases } = program;
  const width = textWidth(output);
  output.print(`${output.bold(title)} (${name}), ${horizon} days${starts ? ` from ${starts.date}` : ''}\n`);
  if (bases) output.print(`A variant: ${name} extends ${bases.join(', which extends ')}\n`);
  for (const line of wrap(story, width)) output.print(line);
  for (const { title: heading, lines } of scenarioSections(program, width))
    if (lines.length > 0)
      output.print(`\n${output.bold(heading)}\n${lines.map((line) => `  ${line}`).join('\n')}`);
}

function plain(program: Program): object {
  // Formulas as their texts: the syntax trees are of no use outside.
  const text = JSON.stringify(program, (key, value) => (FORMULAS.includes(key) ? value?.text : value));
  return JSON.parse(text) as object;
}

/** Keys whose values are formulas. */
const FORMULAS = ['formula', 'when', 'score'];

/** Running text is not set wider than it can be read. */
function textWidth({ width }: Pick<Output, 'width'>): number {
  return Math.min(width, 100);
}
