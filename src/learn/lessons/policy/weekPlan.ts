import type { Policy } from '../../../../environments/contract.ts';
import type { Program } from '../../../../environments/scenario/program.ts';
import type { Values } from '../../control.ts';

/** Days from one contact to the next, by what the student chose. */
export const EVERY: Readonly<Record<string, number>> = { weekly: 7, 'twice-a-week': 3, daily: 1 };

/**
 * The student's plan as a policy: on the days of contact whoever has not ordered again gets the action of that week,
 * whoever has gets their own. It counts the days itself, so it is made anew for every time it is played.
 */
export function weekPlan({ observe, stages, actions }: Program, settings: Values): Policy {
  const stageAt = observe.findIndex(({ name }) => name === 'stage');
  const fresh = stages.findIndex(({ name }) => name === 'new');
  const actionOf = (name: string) =>
    Math.max(
      actions.findIndex((action) => action.name === settings[name]),
      0,
    );
  const ofWeek = [1, 2, 3, 4].map((week) => actionOf(`week${week}`));
  const again = actionOf('again');
  const every = EVERY[String(settings['often'])];
  let day = 0;
  return {
    selectActions({ features, active }, chosen) {
      const contact = day % every === 0;
      const forNew = contact ? (ofWeek[Math.floor(day / 7)] ?? 0) : 0;
      for (let i = 0; i < chosen.length; i++) {
        const isNew = features[i * observe.length + stageAt] === fresh;
        chosen[i] = active[i] === 0 ? 0 : isNew ? forNew : contact ? again : 0;
      }
      day++;
    },
  };
}
