import { describe, expect, it } from 'vitest';
import type { TimeStep } from '../../../environments/contract.ts';
import { UNBORN } from '../../../environments/population/people.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { environmentContract } from '../../contracts/environmentContract.ts';
import { fixture } from './openWorld.ts';

const WORD = ['value: 0.02', 'value: 0.1'] as const;
const BUDGET = ['arrivals:\n', 'budget: { on: cost, limit: 1, per: episode }\narrivals:\n'] as const;
const CHANNELS = `  channels:
    search: { rate: "weekday >= 6 ? 4 : 2", cost: 2, segments: { loyal: 0.2, fickle: 0.8 } }
    social: { rate: 1, cost: 0.5 }`;
const NONE = [
  [CHANNELS, '  channels: {}'],
  ['channel == search }', 'channel == founders }'],
] as const;

const WORLDS: readonly (readonly [string, Program, number])[] = [
  ['an open shop', fixture('open-shop', WORD), 12],
  ['an open shop with too little room', fixture('open-shop', WORD, ['room: 3', 'room: 0.5']), 12],
  ['an open shop with a budget', fixture('open-shop', WORD, BUDGET), 12],
  ['an open shop with word of mouth only', fixture('open-shop', WORD, ...NONE), 12],
  ['a product decided for every week', fixture('product-shop', ['users: 50', 'users: 9']), 2],
  ['a product', fixture('product-shop', ['every: 7', 'every: 1'], ['users: 50', 'users: 9']), 2],
];

for (const [name, program, users] of WORLDS) {
  const make = () => new PopulationEnvironment(program, { users, measured: true });
  environmentContract(name, make, program.decision?.every);
}

const actionsOn = ({ spec, day }: PopulationEnvironment) =>
  Uint8Array.from({ length: spec.users }, (_, i) => (i * 5 + day * 3) % spec.actions.length);

/** Everything that can be known on an evening, as it is. */
function known(environment: PopulationEnvironment, step: TimeStep) {
  const { bytes, groups, ...rest } = environment.snapshot();
  const { observation, rewards, discounts, taken } = step;
  const arrays = [bytes, groups ?? new ArrayBuffer(0)].map((buffer) =>
    Buffer.from(buffer).toString('base64'),
  );
  const seen = Object.values(observation).map((value) => (typeof value === 'number' ? value : [...value]));
  return JSON.stringify([
    arrays,
    rest,
    seen,
    [...rewards],
    [...discounts],
    [...(taken ?? [])],
    step.stepType,
  ]);
}

function liveOn(environment: PopulationEnvironment): string[] {
  const days: string[] = [];
  while (environment.day < environment.program.horizon)
    days.push(known(environment, environment.step(actionsOn(environment))));
  return days;
}

describe.each(WORLDS)('%s', (_, program, users) => {
  const make = () => new PopulationEnvironment(program, { users, measured: true });

  it('goes on with the same bytes from a snapshot of any evening, in another environment too', () => {
    const environment = make();
    let step = environment.reset('s');
    const snapshots = [environment.snapshot()];
    while (step.stepType !== 'last') {
      step = environment.step(actionsOn(environment));
      snapshots.push(environment.snapshot());
    }
    environment.reset('s');
    const whole = liveOn(environment);
    const another = make();
    for (const [k, snapshot] of snapshots.entries()) {
      if (k % 4 !== 1 && k !== 0 && k !== snapshots.length - 1) continue;
      const again = k % 2 === 0 ? environment : another;
      const restored = again.restore(snapshot);
      if (k > 0) expect(withoutTaken(known(again, restored))).toBe(withoutTaken(whole[k - 1]));
      expect(liveOn(again)).toEqual(whole.slice(k));
    }
  });

  it('keeps what belongs to rows in which nobody is as it is: unborn, inactive, unrewarded', () => {
    const environment = make();
    let step = environment.reset('s');
    const { places, groups, rows, founders } = environment.shape;
    while (step.stepType !== 'last') {
      step = environment.step(actionsOn(environment));
      for (let row = 0; row < rows; row++) {
        const isBorn = row % places < environment.populated(Math.floor(row / places));
        expect(environment.stages[row] === UNBORN).toBe(!isBorn);
        if (isBorn || program.decision) continue;
        const { active, states, features } = step.observation;
        const width = environment.spec.features.length;
        const own = [active[row], states[row], step.rewards[row], step.discounts[row]];
        expect([...own, ...features.subarray(row * width, (row + 1) * width)].every((v) => v === 0)).toBe(
          true,
        );
      }
    }
    const gone = [...environment.stages].filter(
      (stage, row) => stage === 1 && row % places < founders,
    ).length;
    expect(environment.retention()).toBeCloseTo(1 - gone / (groups * founders), 12);
  });
});

/** What was taken on the day before is no part of a snapshot. */
function withoutTaken(evening: string): string {
  const parts = JSON.parse(evening) as unknown[];
  return JSON.stringify([...parts.slice(0, 5), parts[6]]);
}

describe('an open shop', () => {
  const populated = (program: Program) => {
    const environment = new PopulationEnvironment(program, { users: 12 });
    environment.reset('room');
    liveOn(environment);
    return environment;
  };

  it('turns away whom it has no room for, and the others live as they would', () => {
    const [wide, narrow, none] = ['room: 3', 'room: 0.5', 'room: 0'].map((room) =>
      populated(fixture('open-shop', ['room: 3', room])),
    );
    expect([wide.turnedAway, narrow.populated(0), none.populated(0)]).toEqual([0, 18, 12]);
    expect(narrow.turnedAway).toBeGreaterThan(0);
    expect(none.turnedAway).toBeGreaterThanOrEqual(narrow.turnedAway);
    expect([...none.births]).toEqual([...wide.births.subarray(0, 12)]);
    expect([...none.column('mood')]).toHaveLength(12);
    narrow.reset('room');
    expect(narrow.turnedAway).toBe(0);
  });

  it('to which nobody comes lives as one without arrivals', () => {
    const still = ['refer: bernoulli(word * mood)', 'refer: 0'] as const;
    const zero = [['weekday >= 6 ? 4 : 2', '0'], ['rate: 1,', 'rate: -1,'], still] as const;
    for (const edits of [zero, [...NONE, still]]) {
      const environment = populated(fixture('open-shop', ...edits));
      expect([environment.populated(0), environment.turnedAway]).toEqual([12, 0]);
      const { program } = environment;
      const alone = new PopulationEnvironment(program, { users: 12, alone: true });
      alone.reset('room');
      for (let day = 0; day < program.horizon; day++)
        alone.step(Uint8Array.from({ length: 12 }, (_, i) => (i * 5 + day * 3) % 2));
      expect([...alone.stages]).toEqual([...environment.stages.subarray(0, 12)]);
      expect([...alone.column('mood')]).toEqual([...environment.column('mood').subarray(0, 12)]);
    }
  });
});
