import type { Block } from '../../block.ts';
import { fixed } from '../../words.ts';
import { type Field, fieldCells, SIDE } from './arrows.ts';
import { A, aboveTurn, B, type Found } from './turn.ts';

/** A field as a picture. */
export function grid(title: string, field: Field): Block {
  return { kind: 'grid', title, cells: fieldCells(field) };
}

/** The arrows with a small jump of B, and just above the turn. */
export function picture({ flip, end, above }: Found): Block[] {
  return [
    grid('in the end, with a jump of 5 out of B', end),
    grid(`with a jump of ${fixed(aboveTurn(flip), 1)}, just above the turn at ${fixed(flip, 2)}`, above),
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
