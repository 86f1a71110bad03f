/** Cumulative distribution functions to compare samples with. */
interface Laws {
  readonly chisquare: { cdf(x: number, degrees: number): number };
  readonly gamma: { cdf(x: number, shape: number, scale: number): number };
  readonly beta: { cdf(x: number, a: number, b: number): number };
  readonly normal: { cdf(x: number, mean: number, deviation: number): number };
}

const { default: jstat } = (await import('jstat')) as unknown as { default: Laws };

export const chiSquareCdf = (x: number, degrees: number): number => jstat.chisquare.cdf(x, degrees);
export const gammaCdf = (x: number, shape: number, rate: number): number =>
  jstat.gamma.cdf(x, shape, 1 / rate);
export const betaCdf = (x: number, a: number, b: number): number => jstat.beta.cdf(x, a, b);
export const normalCdf = (x: number): number => jstat.normal.cdf(x, 0, 1);

/** Probabilities of 0 … `most` events, from sums of logarithms. */
export function poissonProbabilities(mean: number, most: number): number[] {
  let logFactorial = 0;
  return Array.from({ length: most + 1 }, (_, k) => {
    if (k > 0) logFactorial += Math.log(k);
    return Math.exp(k * Math.log(mean) - mean - logFactorial);
  });
}
