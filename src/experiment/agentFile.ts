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
  try {
    const snapshot = decodeSnapshot(readFileSync(file));
    agent.restore(snapshot);
    return snapshot;
  } catch (error) {
    throw new RunError(`${file}: ${(error as Error).message}`, { cause: error });
  }
}
