import { drawKey } from '../random/keyedDraw.ts';
import { purposeOf } from '../random/purpose.ts';
import type { KernelOutput } from './kernelOutput.ts';
import type { BoundKernel } from './populationKernel.ts';
import { SimulationError } from './simulationError.ts';

/** Which rows of which day. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly day: number;
  /** key of the world's random stream */
  readonly seedKey: number;
}

/**
 * Runs a kernel over rows.
 *
 * @param teller says what is wrong where a value is not finite
 * @throws SimulationError if a state or reward stopped being a finite number
 */
export function runKernel(
  { run, purposes }: BoundKernel,
  { from, to, day, seedKey }: Stretch,
  actions: Uint8Array,
  output: KernelOutput,
  teller: { notFinite(day: number): string },
): void {
  const keys = new Int32Array(2 * purposes.length);
  for (const [k, name] of purposes.entries()) {
    const { a, b } = drawKey(seedKey, day, purposeOf(name));
    keys[2 * k] = a;
    keys[2 * k + 1] = b;
  }
  if (Number.isNaN(run(from, to, day, keys, actions, output)))
    throw new SimulationError(teller.notFinite(day));
}
