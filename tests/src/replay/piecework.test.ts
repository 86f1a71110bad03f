import { describe, expect, it } from 'vitest';
import { Piecework } from '../../../src/replay/piecework.ts';

/** Things to do, each of so many pieces; what was done is noted. */
function work(...pieces: readonly number[]) {
  const done: string[] = [];
  const things = pieces.map(function* (count, thing) {
    for (let piece = 1; piece <= count; piece++) {
      done.push(`${thing}.${piece}`);
      if (piece < count) yield;
    }
  });
  return { done, piecework: new Piecework(() => things.shift()) };
}

describe('Piecework', () => {
  it('does one piece after the other, and says when there is nothing to do', () => {
    const { done, piecework } = work(2, 1);
    expect([1, 2, 3, 4, 5].map(() => piecework.advance())).toEqual([true, true, true, false, false]);
    expect(done).toEqual(['0.1', '0.2', '1.1']);
  });

  it('finishes what was begun, and no more', () => {
    const { done, piecework } = work(3, 2);
    piecework.finish();
    expect(done).toEqual([]);
    piecework.advance();
    piecework.finish();
    expect(done).toEqual(['0.1', '0.2', '0.3']);
  });

  it('does not go on with what failed', () => {
    let begun = 0;
    const piecework = new Piecework(function* () {
      begun++;
      yield;
      throw new RangeError('broken');
    });
    expect(piecework.advance()).toBe(true);
    for (let k = 0; k < 3; k++) expect(() => piecework.advance()).toThrow(new RangeError('broken'));
    expect(begun).toBe(1);
  });
});
