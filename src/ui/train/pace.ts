import { type TrainingHistory, trainingDays } from '../../training/trainingHistory.ts';

/** How fast a training goes. */
export interface Pace {
  /** part of all days that is lived, 0 to 1 */
  readonly part: number;
  /** user-days lived, and of all episodes */
  readonly done: number;
  readonly all: number;
  /** user-days a second while it was learning; undefined: too early to tell */
  readonly rate: number | undefined;
  /** seconds that it has been learning, and that are left at this rate */
  readonly elapsed: number;
  readonly left: number | undefined;
  /** seconds until the end of the present episode */
  readonly untilEpisode: number | undefined;
}

/** Seconds before a rate means something. */
const EARLY = 0.5;

/** @param running milliseconds that it has been learning while somebody looked on */
export function paceOf({ setup, day, firstDay, episodes }: TrainingHistory, running: number): Pace {
  const { users, program } = setup;
  const days = trainingDays(setup);
  const elapsed = running / 1000;
  const rate = elapsed < EARLY || day <= firstDay ? undefined : ((day - firstDay) * users) / elapsed;
  const after = (more: number) => (rate === undefined ? undefined : (Math.max(more, 0) * users) / rate);
  return {
    part: day / days,
    done: day * users,
    all: days * users,
    rate,
    elapsed,
    left: after(days - day),
    untilEpisode: after((episodes.length + 1) * program.horizon - day),
  };
}
