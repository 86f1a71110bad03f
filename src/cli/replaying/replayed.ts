import { existsSync, readFileSync, statSync } from 'node:fs';
import { shapeOf } from '../../../environments/population/shape.ts';
import { seeds } from '../../experiment/configuration.ts';
import type { Decider } from '../../replay/decider.ts';
import type { Recording } from '../../replay/recording.ts';
import { type Invocation, UsageError } from '../command.ts';
import { deciderOf } from '../deciders.ts';
import { recordFirstRule } from '../recordFirstRule.ts';
import { findRun, type OpenedRun, openRun } from '../runs.ts';
import { isShipped } from '../scenarioFiles.ts';

/** What is replayed. */
export interface Replayed {
  readonly recording: Recording;
  /** what a command line calls it */
  readonly label: string;
  /** its policy, to be asked again; loading it may take a while */
  readonly decider: () => Promise<Decider | undefined>;
}

/**
 * Finds what is to be replayed: a run, or a scenario, which is played under its first rule now.
 *
 * @throws UsageError if there is nothing of that name, or it is not finished
 */
export async function replayed(name: string, invocation: Invocation): Promise<Replayed> {
  if (isShipped(name)) return recordFirstRule(name, invocation);
  const run = openRun(findRun(name, invocation.text('results'), 'finished'));
  return { recording: recordingOf(run), label: run.folder.label, decider: () => deciderOf(run) };
}

function recordingOf({ folder, record, program }: OpenedRun): Recording {
  if (!existsSync(folder.actions)) {
    throw new UsageError(
      `${folder.label} is not finished; go on with: tenure train --resume ${folder.label}`,
    );
  }
  const { seed, heldOutUsers: users, agent } = record.configuration;
  const { deciders } = shapeOf(program, users);
  const steps = Math.ceil(program.horizon / (program.decision?.every ?? 1));
  const expected = deciders * steps;
  const { size } = statSync(folder.actions);
  if (size !== expected)
    throw new UsageError(
      `${folder.actions} has ${size} bytes; ${deciders} ${program.decision ? 'products' : 'users'} × ${steps} ${program.decision ? 'decisions' : 'days'} take ${expected}`,
    );
  const label = `${program.name} ${agent.name} ${record.id}`;
  return { program, seed: seeds.heldOut(seed), users, actions: readFileSync(folder.actions), label };
}
