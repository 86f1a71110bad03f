import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReplay } from '../../../src/replay/replay.ts';
import { run } from '../../support/program.ts';
import { WITHOUT_PTY } from '../../terminal/pty.ts';
import { Session } from '../../terminal/session.ts';
import { progress } from '../progress.ts';
import { DrivenReplay } from './drivenReplay.ts';
import type { Measured } from './measured.ts';
import { recordedEpisode } from './recordedEpisode.ts';

/** A million days of users, as the coupon trap has 180 days. */
const [USERS, DAYS] = [5_556, 180];
const TRAIN = `train coupon-trap --seed 1 --episodes 1 --users 100 --held-out ${USERS}`;
/** Milliseconds from the command to the first frame. */
const AIM = 1000;
const SIZE = [120, 40] as const;

/** How long it takes until a run of a million days of users is on the screen. */
export async function measureOpening(repetitions: number): Promise<Measured[]> {
  return [...(await fromCommand(repetitions)), ...(await inProcess(repetitions))];
}

/** From the start of the built program, in a terminal. */
async function fromCommand(repetitions: number): Promise<Measured[]> {
  if (WITHOUT_PTY !== undefined) {
    console.log(`opening a run from the command is left out: ${WITHOUT_PTY}`);
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'tenure-bench-'));
  progress('a run to open');
  await run(folder, ...TRAIN.split(' '));
  const [first, last]: [number[], number[]] = [[], []];
  for (let k = 0; k < repetitions; k++) {
    progress(`opening, ${k + 1} of ${repetitions}`);
    first.push(await opened(folder, 0));
    last.push(await opened(folder, DAYS));
  }
  rmSync(folder, { recursive: true });
  return [
    { what: 'from the command to the first frame', values: first, unit: 'ms', aim: AIM },
    { what: `from the command to day ${DAYS}, all others lived`, values: last, unit: 'ms' },
  ];
}

/** Opens the run at a day. @returns milliseconds until that day is on the screen */
async function opened(folder: string, day: number): Promise<number> {
  const start = performance.now();
  const session = new Session(['replay', 'latest', '--day', String(day)], { folder, size: SIZE });
  await session.shows(new RegExp(`day +${day}/`), '? help');
  const time = performance.now() - start;
  await session.close();
  return time;
}

/** With everything loaded, from the recording. */
async function inProcess(repetitions: number): Promise<Measured[]> {
  const recording = recordedEpisode(USERS, DAYS);
  const [opening, drawing]: [number[], number[]] = [[], []];
  for (let k = 0; k < repetitions; k++) {
    const start = performance.now();
    const replay = openReplay(recording);
    replay.frame(0);
    replay.life(0);
    opening.push(performance.now() - start);
    const driven = new DrivenReplay(...SIZE);
    drawing.push(await driven.open(replay));
    await driven.close();
  }
  return [
    { what: 'in the program: open the recording, count day 0', values: opening, unit: 'ms' },
    { what: 'in the program: draw the first frame', values: drawing, unit: 'ms' },
  ];
}
