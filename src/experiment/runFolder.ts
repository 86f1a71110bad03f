import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { writeAtomically } from './atomicFile.ts';
import { type RunConfiguration, runId } from './configuration.ts';
import { parseRunRecord, type RunRecord } from './runRecord.ts';

/** A folder that is not a run, or a run that cannot be read. */
export class RunError extends Error {
  override name = 'RunError';
}

const MAX_RECORD = 1024 * 1024;

/** The files of one run: results/runs/<scenario>/<agent>/<id>/. */
export class RunFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** The folder that belongs to a configuration. */
  static of(root: string, configuration: RunConfiguration): RunFolder {
    return new RunFolder(
      join(root, 'runs', configuration.scenario.name, configuration.agent.name, runId(configuration)),
    );
  }

  readonly file = (name: 'run.json' | 'scenario.yaml' | 'metrics.jsonl'): string => join(this.path, name);

  get checkpoint(): string {
    return join(this.path, 'checkpoint', 'agent.bin');
  }

  get policy(): string {
    return join(this.path, 'policy', 'agent.bin');
  }

  /** One byte per user and day: the actions of the final evaluation. */
  get actions(): string {
    return join(this.path, 'replay', 'actions.u8');
  }

  get exists(): boolean {
    return existsSync(this.file('run.json'));
  }

  /** When the record was written last, in milliseconds; for putting runs in order only. */
  get modified(): number {
    return statSync(this.file('run.json')).mtimeMs;
  }

  /** As shown to people: relative to where they are. */
  get label(): string {
    const short = relative('.', this.path);
    return short.startsWith('..') ? resolve(this.path) : short || '.';
  }

  /** @throws RunError if there is no run here or its record cannot be read */
  read(): RunRecord {
    const file = this.file('run.json');
    if (!this.exists) throw new RunError(`${this.label} is not a run: it has no run.json`);
    if (statSync(file).size > MAX_RECORD) throw new RunError(`${file} is too large for a run record`);
    const record = parseRunRecord(readFileSync(file, 'utf8'));
    if (record) return record;
    throw new RunError(`${file} is not a tenure.run/1 record`);
  }

  write(record: RunRecord): void {
    writeAtomically(this.file('run.json'), `${JSON.stringify(record, null, 2)}\n`);
  }

  /** Removes what a killed process left half-written. */
  removeLeftovers(): void {
    if (!existsSync(this.path)) return;
    const files = readdirSync(this.path, { recursive: true, encoding: 'utf8' });
    for (const file of files) if (file.endsWith('.tmp')) rmSync(join(this.path, file));
  }
}

/** All runs under a results folder, by path. */
export function listRuns(root: string): RunFolder[] {
  const below = (path: string) => {
    if (!existsSync(path)) return [];
    const entries = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return entries.map((entry) => join(path, entry.name)).sort();
  };
  const folders = below(join(root, 'runs')).flatMap(below).flatMap(below);
  return folders.map((path) => new RunFolder(path)).filter((run) => run.exists);
}
