/**
 * The probabilities nearest to some numbers: not negative, adding up to 1.
 *
 * Source: Euclidean projection onto the simplex, Held, Wolfe and Crowder (1974).
 */
export function nearestLaw(numbers: readonly number[]): number[] {
  // The same for numbers that are all larger or smaller by as much; near 0 no digits are lost.
  const most = Math.max(...numbers);
  const shifted = numbers.map((value) => value - most);
  const falling = [...shifted].sort((a, b) => b - a);
  let sum = 0;
  let excess = 0;
  for (const [k, value] of falling.entries()) {
    sum += value;
    if (value <= (sum - 1) / (k + 1)) break;
    excess = (sum - 1) / (k + 1);
  }
  return shifted.map((value) => Math.max(value - excess, 0));
}
