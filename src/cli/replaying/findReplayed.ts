import { existsSync, readFileSync, statSync } from 'node:fs';
import { shapeOf } from '../../../environments/population/shape.ts';
import { nearest } from '../../../environments/scenario/diagnostics.ts';
import { seeds } from '../../experiment/configuration.ts';
import type { RunFolder } from '../../experiment/runFolder.ts';
import type { Recording } from '../../replay/recording.ts';
import { type Invocation, UsageError } from '../command.ts';
import { deciderOf } from '../deciders.ts';
import { recordFirstRule } from '../recordFirstRule.ts';
import { findRun, type OpenedRun, openRun } from '../runs.ts';
import { isShipped, shippedScenarios } from '../scenarioFiles.ts';
import { estimatorOf } from './estimatorOf.ts';
import type { Replayed } from './replayed.ts';

/**
 * Finds what is to be replayed: a run, or a scenario, which is played under its first rule now.
 *
 * @throws UsageError if there is nothing of that name, or it is not finished
 */
export async function findReplayed(name: string, invocation: Invocation): Promise<Replayed> {
  if (isShipped(name)) return recordFirstRule(name, invocation);
  const run = openRun(runNamed(name, invocation.text('results')));
  const { agent, seed } = run.record.configuration;
  return {
    recording: recordingOf(run),
    label: run.folder.label,
    scenario: run,
    record: run.record,
    policy: agent.name,
    seed,
    decider: () => deciderOf(run),
    estimator: () => estimatorOf(run),
  };
}

/** The run, or what else could have been meant. */
function runNamed(name: string, results: string): RunFolder {
  try {
    return findRun(name, results, 'finished');
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const near = nearest(name, shippedScenarios());
    if (near === undefined) throw error;
    throw new UsageError(`${error.message}; did you mean the scenario "${near}"?`);
  }
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
