import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../../experiment/makeFolder.ts';
import type { Command } from '../command.ts';
import { shippedScenarios } from '../scenarioFiles.ts';
import { RESULTS_OPTION } from '../trainingOptions.ts';
import { COMMIT, VERSION } from '../version.ts';

export const command: Command = {
  describe: 'Says what is installed, what computes networks, and what would not work here and why.',
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
      ...(await networkFindings()),
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

/** Engines by name: what each is, and whether agents need it. */
const ENGINES = [
  ['simd', 'built in', true],
  ['native', 'TensorFlow.js with its native library', false],
  ['wasm', 'TensorFlow.js on WebAssembly', false],
  ['cpu', 'TensorFlow.js in plain JavaScript, slow', false],
] as const;

/** What computes networks here, and what is taken if nothing else is asked for. */
async function networkFindings(): Promise<Finding[]> {
  const findings: Finding[] = [];
  // One after the other: TensorFlow.js has one backend at a time.
  for (const [name, about, needed] of ENGINES)
    findings.push(await tried(name, needed, async () => `${about}; ${await computes(name)}`));
  const chosen = tried('networks', true, async () => {
    const { openCompute } = await engines();
    const { engine, tensors } = await openCompute('auto', 'recurrent');
    return `by default dense ones run on ${engine.name}, recurrent ones on ${tensors?.name}; --backend takes another`;
  });
  return [...findings, await chosen];
}

/** Lets an engine add one and one, as one that loads may still refuse to work. */
async function computes(name: string): Promise<string> {
  const { engine } = await (await engines()).openCompute(name, 'dense');
  const adam = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, maxGradientNorm: 1 };
  const sum = { inputs: 1, hidden: [], activation: 'relu', outputs: 1, outputGain: 1 } as const;
  const network = engine.create(sum, adam, Float32Array.of(1, 1));
  const [two] = network.forward(Float32Array.of(1), 1);
  network.dispose();
  if (two !== 2) throw new Error(`it loads, but says that one and one is ${two}`);
  return 'works';
}

async function tried(name: string, needed: boolean, look: () => Promise<string>): Promise<Finding> {
  try {
    return finding(name, true, await look(), needed);
  } catch (error) {
    const [reason] = String((error as Error).message ?? error).split('\n');
    return finding(name, false, `${needed ? '' : 'optional; '}${reason.trim()}`, needed);
  }
}

/** Loaded here, as nothing else of the command line needs it. */
function engines(): Promise<typeof import('../../../agents/deep/engine.ts')> {
  return import('../../../agents/deep/engine.ts');
}

function terminalText(): string {
  const { stdout, env } = process;
  if (!stdout.isTTY) return 'not a terminal: commands print plain text';
  if (env['TERM'] === 'dumb') return 'TERM=dumb cannot be drawn on: commands print plain text';
  return `${stdout.columns}×${stdout.rows}${env['NO_COLOR'] ? ', NO_COLOR' : ''}; the replay needs 80×24`;
}
