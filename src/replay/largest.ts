/**
 * Places of the largest values that are above 0, largest first; of equal ones the first.
 *
 * @param most how many at most
 * @param sign −1: of the values turned round
 */
export function largest(values: Float64Array, most: number, sign: 1 | -1): number[] {
  const kept: number[] = [];
  let least = 0;
  for (let place = 0; place < values.length; place++) {
    const value = sign * values[place];
    if (!(value > least)) continue;
    let at = kept.length;
    while (at > 0 && sign * values[kept[at - 1]] < value) at--;
    kept.splice(at, 0, place);
    if (kept.length > most) kept.pop();
    if (kept.length === most) least = sign * values[kept[most - 1]];
  }
  return kept;
}
