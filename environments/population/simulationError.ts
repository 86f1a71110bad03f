/** A state or reward stopped being a finite number. */
export class SimulationError extends Error {
  override name = 'SimulationError';
}
