import type { RunConfiguration } from '../experiment/configuration.ts';
import type { Invocation } from './command.ts';
import type { RequestedRun } from './requestedRun.ts';

/** Shows every value of a configuration and where it came from. */
export function printConfiguration(
  configuration: RunConfiguration,
  origins: RequestedRun['origins'],
  { output }: Invocation,
): void {
  if (output.json) {
    output.printJson({ schema: 'tenure.configuration/1', configuration, origins });
    return;
  }
  for (const [path, value] of flatten(configuration, '')) {
    output.print(
      `${path.padEnd(36)} ${String(value).padEnd(14)} ${origins[path] ?? 'scenario'}`.slice(0, 120),
    );
  }
}

function flatten(value: object, prefix: string): [string, unknown][] {
  return Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'object'
      ? flatten(part as object, `${prefix}${key}.`)
      : [[`${prefix}${key}`, part] as [string, unknown]],
  );
}
