import { fileURLToPath } from 'node:url';
import { drawKey, uniformDraw } from '../../../environments/random/keyedDraw.ts';
import { streamKey } from '../../../environments/random/streams.ts';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import type { Recording } from '../../../src/replay/recording.ts';

/** The scenario of the architecture notes. */
export function exampleProgram(): Program {
  const file = new URL('../../fixtures/architecture-example.yaml', import.meta.url);
  return loadScenario(readScenarioFile(fileURLToPath(file)));
}

/** An episode of the example in which every user's action on every day is drawn, mostly the first one. */
export function recordedEpisode(users: number, days: number): Recording {
  const program = exampleProgram();
  const actions = new Uint8Array(users * days);
  const { a, b } = drawKey(streamKey('example', 'actions'), 0, 0);
  for (let i = 0; i < actions.length; i++) {
    const uniform = uniformDraw(i, a, b);
    actions[i] = uniform < 0.6 ? 0 : 1 + (Math.floor(uniform * 1e6) % (program.actions.length - 1));
  }
  return { program, seed: '42', users, actions, label: 'architecture-example/drawn 7f3a' };
}
