/**
 * The counts that a binomial law keeps to with at least the given probability, the rest split evenly between too few
 * and too many. Exact.
 *
 * @param trials number of trials
 * @param probability of each, between 0 and 1
 * @param level for example 0.99
 * @returns the smallest and the largest such count
 */
export function acceptanceRegion(trials: number, probability: number, level: number): [number, number] {
  const tail = (1 - level) / 2;
  const law = binomialLaw(trials, probability);
  return [firstBeyond(law, tail), trials - firstBeyond([...law].reverse(), tail)];
}

/** The first count at which the sum of probabilities exceeds what a tail may have. */
function firstBeyond(law: readonly number[], tail: number): number {
  let sum = 0;
  return law.findIndex((probability) => (sum += probability) > tail);
}

/** Probabilities of 0 to all trials, each from the one before. */
function binomialLaw(trials: number, probability: number): number[] {
  const law = [(1 - probability) ** trials];
  const odds = probability / (1 - probability);
  for (let count = 1; count <= trials; count++)
    law.push((law[count - 1] * odds * (trials - count + 1)) / count);
  return law;
}
