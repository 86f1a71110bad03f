import { readFileSync } from 'node:fs';
import type { Agent, Snapshot } from '../../environments/contract.ts';
import { RunError } from './runFolder.ts';
import { decodeSnapshot } from './snapshotFile.ts';

/**
 * Continues an agent from a snapshot file.
 *
 * @returns all that the file holds
 * @throws RunError naming the file, if it is not a snapshot or does not fit the agent
 */
export function restoreAgent(agent: Agent, file: string): Snapshot {
  return readInto(file, (snapshot) => agent.restore(snapshot));
}

/** What playing the learned policy needs. */
export function policySnapshot(agent: Agent): Snapshot {
  return agent.savePolicy?.() ?? agent.save();
}

/**
 * Makes an agent's greedy policy the one of a file that `policySnapshot` went into.
 *
 * @throws RunError naming the file, if it is not a snapshot or does not fit the agent
 */
export function restorePolicy(agent: Agent, file: string): void {
  readInto(file, (snapshot) =>
    agent.restorePolicy ? agent.restorePolicy(snapshot) : agent.restore(snapshot),
  );
}

function readInto(file: string, take: (snapshot: Snapshot) => void): Snapshot {
  try {
    const snapshot = decodeSnapshot(readFileSync(file));
    take(snapshot);
    return snapshot;
  } catch (error) {
    throw new RunError(`${file}: ${(error as Error).message}`, { cause: error });
  }
}
