import type { Program } from '../../environments/scenario/program.ts';
import { regretOf, solveOnTheSide } from '../experiment/regret.ts';
import type { RunRecord } from '../experiment/runRecord.ts';
import type { Interval } from '../statistics/interval.ts';
import type { Output } from './output.ts';

/** Says what a finished run came to, and how far it is from the optimum where that is known. */
export function reportTraining(record: RunRecord, program: Program, label: string, output: Output): void {
  const completed = record.status.state === 'completed' ? record.status : undefined;
  const optimum = completed && solveOnTheSide(program, program.horizon)?.solution.optimum;
  const returned = completed?.result['return'];
  const regret = optimum !== undefined && returned ? { optimum, ...regretOf(returned, optimum) } : undefined;
  if (output.json) output.printJson({ ...record, schema: 'tenure.train/1', folder: label, ...regret });
  if (output.json || !completed) return;
  const { heldOutUsers, agent } = record.configuration;
  output.print(
    `trained ${agent.name}; on ${heldOutUsers} held-out ${program.decision ? 'products' : 'users'}:`,
  );
  output.print(`  return per user  ${inWords(completed.result['return'], 1, 3)}`);
  output.print(`  still there, %   ${inWords(completed.result['retention.end'], 100, 1)}`);
  if (regret) {
    output.print(`  optimum          ${regret.optimum.toFixed(3)}, exact`);
    output.print(`  regret           ${inWords(regret.regret, 1, 3)}`);
    if (regret.ofOptimum) output.print(`  % of optimum     ${inWords(regret.ofOptimum, 100, 1)}`);
  }
  output.print(
    output.dim(
      `95 % intervals over these ${program.decision ? 'products' : 'users'}; one seed says nothing about the luck of training`,
    ),
  );
  output.print(`\nrun     ${label}\nreplay  tenure replay ${label}`);
}

function inWords({ mean, low, high }: Interval, scale: number, digits: number): string {
  const [middle, from, to] = [mean, low, high].map((value) => (scale * value).toFixed(digits));
  return `${middle}  [${from}, ${to}]`;
}
