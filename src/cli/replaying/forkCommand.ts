import type { Program } from '../../../environments/scenario/program.ts';
import type { ForkChoice } from '../../replay/forks/forkChoice.ts';

/** The command line that prints a fork. */
export function forkCommand(
  label: string,
  { actions, stages }: Program,
  { who, action, day, days }: ForkChoice,
  shown: number,
): string {
  const where = who.kind === 'user' ? `--user ${who.user}` : '';
  const whom = who.kind === 'stage' ? `--fork-who stage:${stages[who.stage].name}` : '--fork-who everyone';
  const howLong = days === 1 ? '' : `--fork-days ${days === Infinity ? 'all' : days}`;
  const at = shown === day ? '' : ` (day ${shown})`;
  const parts = [
    'tenure replay',
    label,
    `--day ${day}`,
    where || whom,
    `--fork ${actions[action].name}`,
    howLong,
  ];
  return `${parts.filter((part) => part !== '').join(' ')}${at}`;
}
