import { describe, expect, it } from 'vitest';
import { observedNames, standInsOf } from '../../../../src/replay/advice/standIns.ts';
import { withHidden } from '../../../../src/replay/advice/withHidden.ts';
import { written } from '../../../environments/exact/solved.ts';

const program = written(`horizon: 5
segments: { few: { share: 0.5 }, many: { share: 0.5 } }
state: { x: 0, y: 0 }
actions: { wait: {}, act: {} }
day: { x: x + 1, y: y + 1 }
lifecycle: { new: { old: 0.5 }, old: { gone: 0.1 }, gone: {} }
reward: { one: 1 }
observe:
  x: { value: x, bins: [1, 2] }
  stage: stage
  y: y
  segment: segment`);

/** Tabular states: bin of x slowest, then the stage, then the segment. */
const stateOf = (x: number, stage: number, segment: number) => (x * 3 + stage) * 2 + segment;

interface Seen {
  readonly x: number;
  readonly y: number;
  readonly stage: number;
  readonly segment: number;
}

function observationOf(rows: readonly Seen[], active = rows.map(() => 1)) {
  const oneOf = (count: number, index: number) =>
    Array.from({ length: count }, (_, k) => Number(k === index));
  return {
    features: Float32Array.from(
      rows.flatMap(({ x, y, stage, segment }) => [x, ...oneOf(3, stage), y, ...oneOf(2, segment)]),
    ),
    states: Uint32Array.from(rows, ({ x, stage, segment }) =>
      stateOf(x < 1 ? 0 : x < 2 ? 1 : 2, stage, segment),
    ),
    active: Uint8Array.from(active),
  };
}

const ROWS: readonly Seen[] = [
  { x: 0.5, y: 9, stage: 1, segment: 1 },
  { x: 5, y: 7, stage: 0, segment: 1 },
  { x: 1.5, y: 8, stage: 1, segment: 0 },
  { x: 4, y: 6, stage: 0, segment: 1 },
  { x: 9, y: 0, stage: 2, segment: 0 },
];
const everyone = observationOf(ROWS, [1, 1, 1, 1, 0]);

describe('observedNames(program)', () => {
  it('tells where each name is among the features and in the tabular state', () => {
    expect(observedNames(program)).toEqual([
      { name: 'x', members: undefined, column: 0, columns: 1, bins: 3, stride: 6 },
      { name: 'stage', members: ['new', 'old', 'gone'], column: 1, columns: 3, bins: 3, stride: 2 },
      { name: 'y', members: undefined, column: 4, columns: 1, bins: 1, stride: 2 },
      { name: 'segment', members: ['few', 'many'], column: 5, columns: 2, bins: 2, stride: 1 },
    ]);
  });
});

describe('standInsOf(program, observation)', () => {
  it('is the lower median of a number and the most common member, of those who are there', () => {
    const shown = standInsOf(program, everyone).map(({ name, features, bin }) => [name, [...features], bin]);
    expect(shown).toEqual([
      ['x', [1.5], 1],
      ['stage', [1, 0, 0], 0],
      ['y', [7], 0],
      ['segment', [0, 1], 1],
    ]);
  });
});

describe('withHidden(own, standIns)', () => {
  it('puts one stand-in after the other in the place of what is shown, features and bin together', () => {
    const user: Seen = { x: 4, y: 6, stage: 1, segment: 0 };
    const own = { ...observationOf([user]), available: Uint8Array.of(1, 0) };
    const rows = withHidden(own, standInsOf(program, everyone));
    const expected = observationOf([
      user,
      { ...user, x: 1.5 },
      { ...user, stage: 0 },
      { ...user, y: 7 },
      { ...user, segment: 1 },
    ]);
    expect(rows).toEqual({ ...expected, available: Uint8Array.of(1, 0, 1, 0, 1, 0, 1, 0, 1, 0) });
  });
});
