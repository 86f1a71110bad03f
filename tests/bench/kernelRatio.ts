import { join } from 'node:path';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { loadScenario, readScenarioFile } from '../../environments/scenario/loadScenario.ts';
import { liveByHand, type Shop } from './handWritten.ts';

const DAYS = 60;
const FLOOR = 0.8;

/** Prints the ratio of the generated kernel to a hand-written typed-array loop of the same model, in turns. */
export function compareWithHand(rounds: number): void {
  console.log(
    'Generated kernel against a hand-written typed-array loop, user-days per second of CPU time, best of interleaved rounds',
  );
  const ratios = [1_000, 100_000].map((users) => ratioTo(users, rounds));
  console.log(
    ratios.every((ratio) => ratio >= FLOOR)
      ? `at or above the floor of ${FLOOR}`
      : `BELOW the floor of ${FLOOR}`,
  );
}

function ratioTo(users: number, rounds: number): number {
  const program = loadScenario(
    readScenarioFile(join(import.meta.dirname, '../fixtures/architecture-example.yaml')),
  );
  const environment = new PopulationEnvironment(program, { users });
  const actions = [0, 1, 2, 3].map((shift) => new Uint8Array(users).map((_, i) => (i + shift) % 4));
  const best = { kernel: 0, hand: 0 };
  let ends = '';
  for (let round = 0; round < rounds; round++) {
    environment.reset('bench');
    const shop = shopLike(environment, users);
    best.kernel = Math.max(
      best.kernel,
      measure(users, (day) => environment.step(actions[day % 4])),
    );
    best.hand = Math.max(
      best.hand,
      measure(users, (day) => liveByHand(shop, users, day, environment.seedKey, actions[day % 4])),
    );
    ends = `left for good by day ${DAYS}: ${churned(environment.stages).toFixed(4)} and ${churned(shop.stage).toFixed(4)}`;
  }
  const ratio = best.kernel / best.hand;
  const show = (speed: number) => `${(speed / 1e6).toFixed(2)} M/s`;
  console.log(
    `${users.toLocaleString('en').padStart(9)} users: kernel ${show(best.kernel)}, by hand ${show(best.hand)}, ratio ${ratio.toFixed(2)}  (${ends})`,
  );
  return ratio;
}

function shopLike(environment: PopulationEnvironment, users: number): Shop {
  const floats = () => new Float32Array(users);
  const { births, segments, stages } = environment;
  return {
    births: births.slice(),
    segment: segments.slice(),
    stage: stages.slice(),
    frailty: Float32Array.from(environment.column('frailty')),
    satisfaction: floats().fill(0.6),
    fatigue: floats(),
    habit: floats(),
    recency: floats(),
    rewards: floats(),
    discounts: floats(),
    active: new Uint8Array(users),
    states: new Uint32Array(users),
    features: new Float32Array(2 * users),
  };
}

/** User-days per second of CPU time. */
function measure(users: number, run: (day: number) => void): number {
  const begun = process.cpuUsage();
  for (let day = 1; day <= DAYS; day++) run(day);
  const { user, system } = process.cpuUsage(begun);
  return (users * DAYS) / ((user + system) / 1e6);
}

function churned(stages: Uint8Array): number {
  return stages.reduce((count, stage) => count + (stage === 3 ? 1 : 0), 0) / stages.length;
}
