import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../../experiment/makeFolder.ts';
import type { Command } from '../command.ts';
import { shippedScenarios } from '../scenarioFiles.ts';
import { RESULTS_OPTION } from '../trainingOptions.ts';
import { COMMIT, VERSION } from '../version.ts';

export const command: Command = {
  describe: 'Says what is installed, which tensor library loads, and what would not work here and why.',
  examples: [['tenure doctor', 'before asking for help']],
  options: RESULTS_OPTION,
  async run({ output, text }) {
    const findings = [
      finding('tenure', true, `${VERSION}${COMMIT ? ` (${COMMIT})` : ''}`),
      nodeFinding(),
      finding(
        'machine',
        true,
        `${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${process.platform} ${process.arch}`,
      ),
      finding('scenarios', shippedScenarios().length > 0, shippedScenarios().join(', ')),
      resultsFinding(text('results')),
      await tensorFinding(),
      finding('terminal', true, terminalText()),
    ];
    if (output.json) output.printJson({ schema: 'tenure.doctor/1', findings });
    else
      for (const { name, ok, needed, detail } of findings)
        output.print(`${ok ? '✓' : needed ? '✗' : '–'} ${name.padEnd(12)} ${detail}`);
    return findings.every(({ ok, needed }) => ok || !needed) ? 0 : 1;
  },
};

interface Finding {
  readonly name: string;
  readonly ok: boolean;
  /** whether the program needs it */
  readonly needed: boolean;
  readonly detail: string;
}

function finding(name: string, ok: boolean, detail: string, needed = true): Finding {
  return { name, ok, needed, detail };
}

function nodeFinding(): Finding {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return finding('node', ok, `${process.version}${ok ? '' : '; tenure needs 20.19 or newer'}`);
}

function resultsFinding(folder: string): Finding {
  const probe = join(folder, `.doctor-${process.pid}`);
  const existed = existsSync(folder);
  try {
    makeFolder(folder);
    writeFileSync(probe, '');
    rmSync(probe);
    if (!existed) rmSync(folder, { recursive: true });
    return finding('results', true, `${folder} can be written`);
  } catch (error) {
    return finding(
      'results',
      false,
      `${folder} cannot be written: ${(error as Error).message}; choose another with --results`,
    );
  }
}

/** No agent needs tensors yet: the tabular ones run on plain arrays. */
async function tensorFinding(): Promise<Finding> {
  try {
    const name: string = '@tensorflow/tfjs-node';
    const tensorflow = (await import(name)) as { version?: { 'tfjs-node'?: string } };
    return finding('tensors', true, `tfjs-node ${tensorflow.version?.['tfjs-node'] ?? ''} loads`, false);
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0];
    return finding(
      'tensors',
      false,
      `tfjs-node does not load (${reason}); no agent of this version needs it`,
      false,
    );
  }
}

function terminalText(): string {
  const { stdout, env } = process;
  if (!stdout.isTTY) return 'not a terminal: commands print plain text';
  return `${stdout.columns}×${stdout.rows}${env['NO_COLOR'] ? ', NO_COLOR' : ''}; the replay needs 80×24`;
}
