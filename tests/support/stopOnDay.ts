import type { Environment } from '../../environments/contract.ts';

/** A world in which somebody asks to stop on a day, counted over all episodes from 1. */
export function stopOnDay(environment: Environment, day: number, abort: AbortController): Environment {
  let lived = 0;
  return {
    spec: environment.spec,
    reset: (seed) => environment.reset(seed),
    step(actions) {
      if (++lived === day) abort.abort(new Error(`stopped on day ${day}`));
      return environment.step(actions);
    },
    ...(environment.retention && { retention: () => environment.retention!() }),
  };
}
