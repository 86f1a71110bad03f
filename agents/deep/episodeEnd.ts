import type { TimeStep } from '../../environments/contract.ts';

/** Whether nothing follows in this episode: the horizon is reached, or everyone has left for good. */
export function endsEpisode({ stepType, observation: { active } }: TimeStep): boolean {
  return stepType === 'last' || !active.includes(1);
}
