/** Points at which densities are looked at. */
const POINTS = 20_000;

/**
 * The probabilities that each of some independent variables is the largest, by adding up over a fine grid.
 *
 * @param densities of the variables, up to a factor each
 * @param from where they begin, or are next to nothing
 * @param to where they end
 */
export function lawOfLargest(
  densities: readonly ((x: number) => number)[],
  from: number,
  to: number,
): number[] {
  const grid = Array.from({ length: POINTS }, (_, k) => from + ((k + 0.5) / POINTS) * (to - from));
  const masses = densities.map((density) => {
    const values = grid.map(density);
    const total = values.reduce((sum, value) => sum + value, 0);
    return values.map((value) => value / total);
  });
  const below = masses.map((mass) => {
    let sum = 0;
    return mass.map((value) => (sum += value) - value / 2);
  });
  return masses.map((mass, k) =>
    mass.reduce((sum, value, at) => {
      const others = below.reduce((product, under, j) => (j === k ? product : product * under[at]), 1);
      return sum + value * others;
    }, 0),
  );
}
