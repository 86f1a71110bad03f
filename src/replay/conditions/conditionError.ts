/** What is wrong with a condition or a formula that somebody typed, in one line. */
export class ConditionError extends Error {
  /** where it is in the text, from 0 on */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'ConditionError';
    this.offset = offset;
  }
}
