import { openReplay, type Replay } from '../../../src/replay/replay.ts';
import { progress } from '../progress.ts';
import { DrivenReplay } from './drivenReplay.ts';
import type { Measured } from './measured.ts';
import { recordedEpisode } from './recordedEpisode.ts';

const [USERS, DAYS] = [100_000, 90];
const SIZE = [120, 40] as const;
/** Milliseconds in which a key is answered. */
const AIM = 50;

/** What leads to a key, the key, and how often it can be pressed on end. */
const KEYS = [
  { what: 'step forward', before: 'g 4 0 enter', key: '.' },
  { what: 'step back', before: 'g 8 0 enter', key: ',' },
  { what: '30 days back', before: 'g 8 0 enter g 5 0', key: 'enter' },
  { what: 'to the end', before: 'g 4 enter g 9 0', key: 'enter' },
  { what: 'the next user who left', before: 'g 4 0 enter', key: 'l' },
  { what: 'the next user of a stage', before: 'g 4 0 enter', key: 'n' },
  { what: 'choose a user', before: 'u 7 7 7 7 7', key: 'enter' },
  { what: 'help', before: 'g 4 0 enter', key: '?' },
] as const;

/** How long a key of a replay of many users waits for its answer, and what is written for it. */
export async function measureKeys(repetitions: number): Promise<Measured[]> {
  const recording = recordedEpisode(USERS, DAYS);
  const replay = openReplay(recording);
  const driven = new DrivenReplay(...SIZE);
  await driven.open(replay);
  const aheads = await whileLivingAhead(driven, replay);
  replay.liveUntil(DAYS);
  const measured: Measured[] = [aheads];
  for (const { what, before, key } of KEYS) {
    progress(`${what}`);
    const answers = [];
    for (let k = 0; k < repetitions; k++) {
      driven.press(before);
      answers.push(await driven.answerTo(key));
      driven.press('esc');
    }
    measured.push({
      what: `${what}: answered after`,
      values: answers.map(({ time }) => time),
      unit: 'ms',
      aim: AIM,
    });
    measured.push({ what: `${what}: written`, values: answers.map(({ bytes }) => bytes), unit: 'bytes' });
  }
  await driven.close();
  return measured;
}

/** Steps forward while the rest of the recording is lived in the background. */
async function whileLivingAhead(driven: DrivenReplay, replay: Replay): Promise<Measured> {
  const values: number[] = [];
  while (replay.livedDays < DAYS) values.push(await driven.answerMeanwhile('.'));
  return { what: 'step forward while the rest is being lived', values, unit: 'ms', aim: AIM };
}
