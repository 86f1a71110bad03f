/**
 * The benchmark of the screens (`npm run bench:ui`): how long somebody waits who opens a run, plays it, presses a key.
 * tests/README.md tells its options.
 */
import { cpus, loadavg } from 'node:os';
import { prepareForInk } from '../../src/ui/prepareForInk.ts';
import { progress } from './progress.ts';
import { measureKeys } from './ui/keys.ts';
import type { Measured } from './ui/measured.ts';
import { measureOpening } from './ui/opening.ts';
import { readUiOptions, type UiPart } from './ui/options.ts';
import { measurePlaying } from './ui/playing.ts';
import { reportLines } from './ui/report.ts';

const { quick, parts } = readUiOptions(process.argv.slice(2));
// As on a terminal of many colors; Ink reads both when it is first imported.
process.env['FORCE_COLOR'] = '3';
prepareForInk();

const RUN: Readonly<Record<UiPart, () => Promise<readonly Measured[]>>> = {
  open: () => measureOpening(quick ? 3 : 9),
  play: () => measurePlaying(quick ? 3 : 8),
  keys: () => measureKeys(quick ? 3 : 15),
};
const load = () => loadavg()[0].toFixed(1);
console.log(`${cpus().length} cores, load ${load()} before`);
for (const part of parts) {
  const measured = await RUN[part]();
  progress('');
  for (const line of reportLines(part, measured)) console.log(line);
}
console.log(
  `\nload ${load()} after, of which one is this program; with other work beside it all times are longer`,
);
process.exit();
