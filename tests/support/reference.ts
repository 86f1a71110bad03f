import { ACTIONS, type Experience, type ExperiencedDay, STATES } from './experience.ts';

/** What a textbook update may look at: one transition of one user. */
export interface Transition {
  readonly q: readonly (readonly number[])[];
  readonly day: ExperiencedDay;
  readonly next: number;
  readonly nextAction: number | undefined;
  readonly left: boolean;
}

/** Settings of the slow tabular learner. */
export interface ReferenceSettings {
  readonly alpha: number;
  /** α falls as (1 + visits / alphaVisits) to the power −alphaPower; 0: never */
  readonly alphaVisits: number;
  readonly alphaPower: number;
  /** the target that a value moves to */
  readonly target: (transition: Transition) => number;
  /** whether a transition is learned from one day later, when the next action is known */
  readonly waits: boolean;
}

/**
 * Tabular learning as slowly and obviously as possible. The transitions that become known on one day are looked at
 * together.
 */
export function learnSlowly(episodes: readonly Experience[], settings: ReferenceSettings): number[][] {
  const { target, waits } = settings;
  const q = Array.from({ length: STATES }, () => Array<number>(ACTIONS).fill(0));
  const visits = q.map((row) => [...row]);
  for (const { days, left, end } of episodes) {
    const transitions = days.map((day, t) => ({
      day,
      next: days[t + 1]?.state ?? end,
      nextAction: days[t + 1]?.action,
      left: left && t === days.length - 1,
    }));
    for (let t = 0; t < days.length; t++) {
      const last = t === days.length - 1;
      const known = waits ? transitions.slice(t - 1 < 0 ? 0 : t - 1, last ? t + 1 : t) : [transitions[t]];
      const targets = known.map((transition) => target({ ...transition, q }));
      for (const cell of new Set(known.map(({ day }) => `${day.state},${day.action}`))) {
        const [state, action] = cell.split(',').map(Number);
        const own = targets.filter((_, k) => known[k].day.state === state && known[k].day.action === action);
        const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
        const rate = rateOf(visits[state][action], own.length, settings);
        q[state][action] += rate * (mean - q[state][action]);
        visits[state][action] += own.length;
      }
    }
  }
  return q;
}

/** How far `count` moves of part α each go together; with a falling α no less than their part of a plain average. */
function rateOf(seen: number, count: number, { alpha, alphaVisits, alphaPower }: ReferenceSettings): number {
  const step = alphaVisits > 0 ? alpha * (1 + seen / alphaVisits) ** -alphaPower : alpha;
  let left = 1;
  for (let k = 0; k < count; k++) left *= 1 - step;
  return alphaVisits > 0 ? Math.max(1 - left, count / (seen + count)) : 1 - left;
}
