import { describe, expect, it } from 'vitest';
import { drawKey } from '../../../environments/random/keyedDraw.ts';
import { samplers } from '../../../environments/random/samplers.ts';

const { a, b } = drawKey(1, 2, 3);
const users = [0, 1, 2, 3];

describe('samplers', () => {
  it('give the same draws as ever', () => {
    expect({
      gamma: users.map((birth) => samplers.gamma(birth, a, b, 0.24259, 30.8947)),
      beta: users.map((birth) => samplers.beta(birth, a, b, 2, 3)),
      poisson: users.map((birth) => samplers.poisson(birth, a, b, 40)),
      exponential: users.map((birth) => samplers.exponential(birth, a, b, 2)),
    }).toMatchInlineSnapshot(`
      {
        "beta": [
          0.5154728442703249,
          0.06196244445008984,
          0.15261678544489504,
          0.24763655703564574,
        ],
        "exponential": [
          0.4998004160247864,
          0.009843194748767369,
          0.08449531660831398,
          0.3076621505140161,
        ],
        "gamma": [
          0.00042779328239390003,
          0.0000297740072256102,
          0.002026119920444508,
          0.01308238692217972,
        ],
        "poisson": [
          42,
          39,
          32,
          39,
        ],
      }
    `);
  });
});
