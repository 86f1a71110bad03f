/** One thing that somebody waits for, measured some times. */
export interface Measured {
  readonly what: string;
  /** in `unit`, one of every repetition */
  readonly values: readonly number[];
  readonly unit: 'ms' | 'a second' | 'bytes';
  /** what the median should not be beyond: above, or below where it is so many a second; undefined: no aim */
  readonly aim?: number;
}
