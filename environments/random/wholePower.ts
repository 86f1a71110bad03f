/**
 * xⁿ by squaring: the same on every engine, where `Math.pow` is not.
 *
 * @param n a whole number, 0 or more
 */
export function wholePower(x: number, n: number): number {
  let result = 1;
  let square = x;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
