import fc from 'fast-check';
import { expect, it } from 'vitest';
import { largest } from '../../../src/replay/largest.ts';

it('largest(values, most, sign) is the beginning of a stable sort', () => {
  const values = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 40 });
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 12 }), fc.constantFrom(1, -1), (values, most, sign) => {
      const sorted = [...values.keys()]
        .filter((place) => sign * values[place] > 0)
        .sort((one, other) => sign * (values[other] - values[one]) || one - other);
      expect(largest(Float64Array.from(values), most, sign)).toEqual(sorted.slice(0, most));
    }),
    { seed: 1 },
  );
});
