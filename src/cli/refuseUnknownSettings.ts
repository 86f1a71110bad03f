import { AGENTS } from '../../agents/index.ts';
import { suggestion } from '../../environments/scenario/diagnostics.ts';
import { UsageError } from './command.ts';

/**
 * Refuses settings that none of the agents has.
 *
 * @throws UsageError with the nearest name
 */
export function refuseUnknownSettings(
  settings: Readonly<Record<string, number>>,
  names: readonly string[],
): void {
  const agents = AGENTS.filter((kind) => names.includes(kind.name));
  const known = agents.flatMap((kind) => Object.keys(kind.hyperparameters));
  const unknown = Object.keys(settings).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const [only] = agents.length === 1 ? agents : [];
  const who = only ? `${only.name} has no setting` : 'no agent among the policies has a setting';
  const where = only ? `\ntenure agents ${only.name} lists them` : '';
  throw new UsageError(`--option: ${who} "${unknown}"${suggestion(unknown, known)}${where}`);
}
