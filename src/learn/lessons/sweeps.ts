import { type SweepPoint, sweepOptimum } from '../../experiment/sweepOptimum.ts';
import type { Block } from '../block.ts';
import type { NumberControl } from '../control.ts';
import { judgeNumber } from '../judge.ts';
import type { Lesson, Outcome, Work, Workbench } from '../lesson.ts';
import { fixed } from '../words.ts';
import { atOnce } from '../work.ts';
import { type Field, fieldCells, SIDE, sweepField, sweepsUntilSettled } from './arrows.ts';

const WORLD = 'gridworld';
/** Cells, counted row by row: A, B, and the one between them. */
const [A, BETWEEN, B] = [1, 2, 3];

const FLIP: NumberControl = {
  kind: 'number',
  name: 'flip',
  ask: 'from which jump of B on does the cell between A and B turn to B',
  range: [5, 12],
  step: 0.5,
};
const SETTLED: NumberControl = {
  kind: 'number',
  name: 'settled',
  ask: 'B at 5: after how many sweeps is every arrow a best one',
  range: [1, 30],
  step: 1,
};

export const sweeps: Lesson = {
  number: 4,
  name: 'sweeps',
  title: 'Value iteration',
  about: 'values spread from where something is earned, sweep by sweep, and the arrows follow',
  opening: [
    'A field of five by five cells. Any step out of A (first row, second cell) earns 10 and leads four rows down; out of B (first row, fourth cell) it earns what you set and leads two rows down. A step off the field costs 1. One step later a reward is worth 0.9.',
    'Each sweep gives every cell the best of its four steps by the values so far. Step the sweeps, edit the reward.',
  ],
  controls: [
    { kind: 'number', name: 'sweeps', ask: 'sweeps', range: [0, 30], step: 1, initial: 1 },
    { kind: 'number', name: 'jumpB', ask: 'a step out of B earns', range: [0, 12], step: 1, initial: 5 },
  ],
  sandbox: (bench, settings) =>
    atOnce(() => {
      const field = fieldOf(bench, Number(settings['jumpB']), Number(settings['sweeps']));
      return [grid(`best steps and values; sweeps: ${settings['sweeps']}`, field)];
    }),
  wager: [
    'A jump out of A earns 10. In the end, when nothing changes any more, the cell between A and B goes to A as long as B pays little. B pays from 5 up to 12 are tried; where does its arrow turn?',
  ],
  questions: [FLIP, SETTLED],
  *reveal(bench, _, predictions): Work<Outcome> {
    const found = yield* findAll(bench);
    return {
      see: picture(found),
      judgements: [
        judgeNumber(FLIP, predictions['flip'], found.flip, 2),
        judgeNumber(SETTLED, predictions['settled'], found.settled, 0),
      ],
      explain: moral(found),
      command: `tenure solve ${WORLD} --sweep jumpB=5:12:0.5`,
      figures: { flip: found.flip, settled: found.settled, values: found.end.values },
    };
  },
  hints: {
    do: 'Begin with 0 sweeps and go up one by one. Then take 30, and B from 5 to 10.',
    predict: 'Out of A it is four steps back to where it pays, out of B two. Who comes round oftener?',
    see: 'Look at the values of A and B just below and just above the turn.',
    explain: 'tenure solve gridworld --discount 0.5 looks less far: try where the arrows go then.',
  },
};

/** What the lesson is about. */
export interface Found {
  /** jump of B at which the cell between turns */
  readonly flip: number;
  /** sweeps until every arrow is a best one, with B at 5 */
  readonly settled: number;
  /** B at 5, after these sweeps, and in the end */
  readonly early: Field;
  readonly end: Field;
  /** in the end, just above the turn */
  readonly above: Field;
}

/** Finds where the arrow turns, and when all arrows stay. */
export function* findAll(bench: Workbench): Work<Found> {
  const arrowAt = (jumpB: number): SweepPoint => {
    const { values, arrows } = fieldOf(bench, jumpB);
    return { value: jumpB, optimum: values[BETWEEN], actions: new Map([['between', [...arrows[BETWEEN]]]]) };
  };
  const { changes } = sweepOptimum([5, 6, 7, 8, 9, 10, 11, 12], arrowAt);
  yield 0.6;
  const settled = sweepsUntilSettled(bench.world(WORLD, { jumpB: 5 }));
  yield 0.9;
  const flip = changes[0]?.value ?? Number.NaN;
  return {
    flip,
    settled,
    early: fieldOf(bench, 5, settled),
    end: fieldOf(bench, 5),
    above: fieldOf(bench, Math.ceil(2 * flip) / 2),
  };
}

function fieldOf(bench: Workbench, jumpB: number, count?: number): Field {
  return sweepField(bench.world(WORLD, { jumpB }), count);
}

function grid(title: string, field: Field): Block {
  return { kind: 'grid', title, cells: fieldCells(field) };
}

function picture({ flip, end, above }: Found): Block[] {
  return [
    grid('in the end, with a jump of 5 out of B', end),
    grid(
      `with a jump of ${fixed(Math.ceil(2 * flip) / 2, 1)}, just above the turn at ${fixed(flip, 2)}`,
      above,
    ),
  ];
}

/** What the numbers say. */
export function moral({ flip, settled, early, end, above }: Found): string[] {
  const turned = above.arrows.filter((steps, cell) => steps !== end.arrows[cell]).length;
  return [
    `The cell between turns to B at ${fixed(flip, 2)}${flip < 10 ? ', although A still pays 10' : ''}. A is worth ${fixed(end.values[A], 2)}: its 10, and coming back. ${flip < 10 ? 'Out of B it is two steps back instead of four, so a smaller jump comes round oftener: a value counts everything that follows, not the next reward.' : 'B has to pay as much as A here.'} Together ${turned} of ${SIDE * SIDE} cells have other arrows than with 5.`,
    `With B at 5 every arrow is one of the best from sweep ${settled} on. By then A is valued ${fixed(early.values[A], 2)}; in the end it is ${fixed(end.values[A], 2)}. ${Math.abs(early.values[A] - end.values[A]) > 0.005 ? 'What to do is known before what it is worth.' : 'What to do and what it is worth are known together.'}`,
    `B itself is worth ${fixed(end.values[B], 2)} with a jump of 5: more than it pays, for what comes after. This works because the whole field is known. Lessons 5 and 6 learn values from lives alone.`,
  ];
}
