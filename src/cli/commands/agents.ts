import { AGENTS } from '../../../agents/index.ts';
import type { AgentKind, Hyperparameter } from '../../../agents/kinds.ts';
import { FAMILIES, type Family, familyOf } from '../agentFamilies.ts';
import type { Command } from '../command.ts';
import type { Output } from '../output.ts';
import { table } from '../table.ts';
import { agentKind } from '../trainingOptions.ts';
import { wrap } from '../wrap.ts';

/** Wider lines are hard to read. */
const WIDEST = 80;

export const command: Command = {
  describe:
    'Lists the agents that learn; with a name, tells what can be set, what people use and where it is from.',
  positional: '[agent]',
  examples: [
    ['tenure agents', 'all of them, by family'],
    ['tenure agents ppo', 'one of them, with all its settings'],
  ],
  options: {},
  async run({ arguments: [name], output }) {
    const kinds = name === undefined ? AGENTS : [agentKind(name)];
    if (output.json) output.printJson({ schema: 'tenure.agents/1', agents: kinds.map(documentOf) });
    else if (name === undefined) listAll(output);
    else tell(kinds[0], output);
  },
};

function documentOf(kind: AgentKind): object {
  const { name, about, source, networks, hyperparameters } = kind;
  const settings = Object.entries(hyperparameters).map(([setting, given]) => ({ name: setting, ...given }));
  return { name, family: familyOf(kind), about, source, networks: networks ?? null, settings };
}

function listAll(output: Output): void {
  const width = Math.max(...AGENTS.map(({ name }) => name.length));
  for (const family of Object.keys(FAMILIES) as Family[]) {
    output.print(`${output.bold(family)}: ${FAMILIES[family]}`);
    for (const { name, about } of AGENTS.filter((kind) => familyOf(kind) === family)) {
      const [first, ...rest] = wrap(about, columns(output) - width - 4);
      output.print(`  ${name.padEnd(width)}  ${first}`);
      for (const line of rest) output.print(`  ${' '.repeat(width)}  ${line}`);
    }
    output.print('');
  }
  output.print('tenure agents <name> tells what can be set; tenure train uses one');
}

function tell(kind: AgentKind, output: Output): void {
  const { name, about, source, networks, hyperparameters } = kind;
  const family = familyOf(kind);
  const text = (words: string) => {
    for (const line of wrap(words, columns(output))) output.print(line);
  };
  output.print(`${output.bold(name)}\n`);
  text(about);
  text(`Family: ${family}, ${FAMILIES[family]}`);
  text(`Source: ${source}`);
  if (networks)
    text(`Networks: ${networks}; --backend says what computes them, tenure doctor what works here`);
  output.print(`\n${output.bold('Settings, for --option name=value')}`);
  const settings = Object.entries(hyperparameters);
  const [header, ...rows] = table(['', 'default', 'range', 'people use'], settings.map(rowOf));
  output.print(`  ${header}`);
  for (const [k, [, setting]] of settings.entries()) {
    output.print(`  ${rows[k]}`);
    for (const line of wrap(setting.about, columns(output) - 4)) output.print(`    ${line}`);
    for (const line of setting.source ? wrap(`Source: ${setting.source}`, columns(output) - 4) : [])
      output.print(output.dim(`    ${line}`));
  }
}

function rowOf([name, { default: initial, range, typical }]: [string, Hyperparameter]): string[] {
  return [name, short(initial), span(range), typical ? span(typical) : '–'];
}

function span([from, to]: readonly [number, number]): string {
  return `${short(from)} to ${short(to)}`;
}

/** A number as people write it, in six digits: 1e8 rather than 100000000. */
function short(exact: number): string {
  const value = Number(exact.toPrecision(6));
  const [plain, exponent] = [String(value), value.toExponential().replace('+', '')];
  return exponent.length < plain.length - 2 ? exponent : plain;
}

function columns({ width }: Output): number {
  return Math.min(width, WIDEST);
}
