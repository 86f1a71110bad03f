import yargs, { type Argv } from 'yargs';
import type { OptionSpec } from './command.ts';
import { COMMON_OPTIONS } from './commonOptions.ts';

/** yargs set up to hand over every value as it was written, and to say and decide nothing by itself. */
export function parserOf(specs: Readonly<Record<string, OptionSpec>>): Argv {
  const parser = yargs()
    .scriptName('tenure')
    .parserConfiguration({
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'boolean-negation': true,
    })
    .help(false)
    .version(false)
    .exitProcess(false)
    .wrap(Math.min(100, process.stdout.columns ?? 100));
  for (const [name, spec] of Object.entries(specs)) {
    const type = spec.kind === 'flag' ? 'boolean' : 'string';
    const group = Object.hasOwn(COMMON_OPTIONS, name) ? EVERYWHERE : 'Options:';
    parser.option(name, { type, description: descriptionOf(spec), group });
  }
  return parser
    .option('help', { alias: 'h', type: 'boolean', description: 'this text', group: EVERYWHERE })
    .option('version', { alias: 'v', type: 'boolean', description: 'the version', group: EVERYWHERE });
}

const EVERYWHERE = 'Options of every command:';

function descriptionOf(spec: OptionSpec): string {
  const fallback = 'default' in spec && spec.default !== undefined ? String(spec.default) : spec.fallback;
  return fallback === undefined ? spec.about : `${spec.about} [${fallback}]`;
}
