import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { openReplay } from '../../../src/replay/replay.ts';
import { progress } from '../progress.ts';
import { DrivenReplay } from './drivenReplay.ts';
import type { Measured } from './measured.ts';
import { recordedEpisode } from './recordedEpisode.ts';

const [USERS, DAYS] = [100_000, 90];
const SIZES = [
  [80, 24],
  [120, 40],
  [200, 60],
] as const;
/** Frames a second: what playing at the fastest asks for, less what timers are late by. */
const AIM = 14;
/** Milliseconds that are watched at a time. */
const WINDOW = 1000;

/** How many frames a second are drawn while many users are played at the fastest, and how busy that keeps the program. */
export async function measurePlaying(windows: number): Promise<Measured[]> {
  const recording = recordedEpisode(USERS, DAYS);
  const measured: Measured[] = [];
  for (const [columns, rows] of SIZES) {
    const replay = openReplay(recording);
    const driven = new DrivenReplay(columns, rows);
    await driven.open(replay);
    const where = `${columns} × ${rows}`;
    progress(`playing, ${where}`);
    measured.push(...(await played(driven, 4, `${where}, lived for the first time`)));
    replay.liveUntil(DAYS);
    measured.push(...(await played(driven, Math.min(windows, 5), `${where}, all lived`)));
    await driven.close();
  }
  return measured;
}

/** Plays from the first day on at the fastest. */
async function played(driven: DrivenReplay, windows: number, how: string): Promise<Measured[]> {
  driven.press('0 > >');
  await setTimeout(200);
  driven.press('space');
  const frames: number[] = [];
  const busy: number[] = [];
  for (let k = 0; k < windows; k++) {
    const [before, idle] = [driven.times.length, performance.eventLoopUtilization()];
    const start = performance.now();
    await setTimeout(WINDOW);
    const [drawn, time] = [driven.times.length - before, performance.now() - start];
    frames.push((1000 * drawn) / time);
    busy.push(performance.eventLoopUtilization(idle).active / drawn);
  }
  driven.press('space');
  return [
    { what: `${how}: frames`, values: frames, unit: 'a second', aim: AIM },
    { what: `${how}: busy for a frame`, values: busy, unit: 'ms' },
  ];
}
