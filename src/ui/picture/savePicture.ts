import type { Row } from '../row.ts';

/** A screen that somebody wants to keep. */
export interface Picture {
  /** what is to be seen, for the file's name: `coupon-trap-q-learning-day-41` */
  readonly name: string;
  /** the same in a few words */
  readonly title: string;
  readonly rows: readonly Row[];
  /** of the terminal */
  readonly columns: number;
}

/**
 * Keeps a picture.
 *
 * @returns where
 * @throws Error naming the file and the reason, where that is not possible
 */
export type SavePicture = (picture: Picture) => string;
