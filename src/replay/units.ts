import { type Recording, shapeOfRecording } from './recording.ts';

/**
 * Who two policies are compared over: the users who were there from the start, or products where one decision is
 * taken for all users of each. Newcomers are counted with the founding user they came beside or through.
 */
export interface Units {
  readonly kind: 'user' | 'product';
  readonly count: number;
  /** users at the start that each is made of */
  readonly usersEach: number;
  /** rows from one to the next */
  readonly stride: number;
}

/** Those who a recording can be compared over. */
export function unitsOf(recording: Recording): Units {
  const { groups, founders, places } = shapeOfRecording(recording);
  if (!recording.program.decision) return { kind: 'user', count: founders, usersEach: 1, stride: 1 };
  return { kind: 'product', count: groups, usersEach: founders, stride: places };
}
