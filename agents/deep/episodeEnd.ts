import type { EnvironmentSpec, TimeStep } from '../../environments/contract.ts';

/** Whether nothing follows in this episode: the horizon is reached, or everyone has left for good. */
export function endsEpisode(
  { stepType, observation: { active } }: TimeStep,
  { open = false }: Pick<EnvironmentSpec, 'open'>,
): boolean {
  return stepType === 'last' || (!open && !active.includes(1));
}
