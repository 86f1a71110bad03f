/** Which element of a vector a definition is. */
export interface ElementOf {
  /** the vector's name */
  readonly vector: string;
  /** from 1 on */
  readonly place: number;
  /** number of elements */
  readonly length: number;
}

/** The name of one element, as formulas read it: "affinity[3]". */
export function elementName(vector: string, place: number): string {
  return `${vector}[${place}]`;
}

/** The places of a vector's elements, from 1 on. */
export function placesOf(length: number): number[] {
  return Array.from({ length }, (_, k) => k + 1);
}

/**
 * Definitions in the order in which they are computed: the elements of a vector are one step, as each of them is
 * computed from the values that all of them had before.
 */
export function stepsOf<T extends { readonly element?: ElementOf }>(definitions: readonly T[]): T[][] {
  const steps: T[][] = [];
  for (const definition of definitions) {
    if ((definition.element?.place ?? 1) === 1) steps.push([definition]);
    else steps[steps.length - 1].push(definition);
  }
  return steps;
}
