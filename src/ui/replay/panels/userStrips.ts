import type { UserLife } from '../../../replay/userLife.ts';
import { actionLetters } from '../../actionLetters.ts';
import type { Room } from '../../room.ts';
import { sparkline } from '../../sparkline.ts';
import { stageLetters } from '../../stageLetters.ts';
import type { ReplayView } from '../replayView.ts';
import type { StripWindow } from './stripWindow.ts';

/** One letter a day for the stage in the evening; blank before the user came and once it has left. */
export function stageStrip(
  { program }: Pick<ReplayView, 'program'>,
  { stages, leftOn }: UserLife,
  { from, to }: StripWindow,
): string {
  const marks = stageLetters(program);
  const letter = (day: number) => (leftOn !== undefined && day > leftOn ? ' ' : (marks[stages[day]] ?? ' '));
  return daysOf(from, to).map(letter).join('');
}

/** One character a day for the action taken. */
export function actionStrip(
  { program }: Pick<ReplayView, 'program'>,
  life: UserLife,
  { from, to }: StripWindow,
  { glyphs }: Room,
): string {
  const marks = actionLetters(program, glyphs);
  const letter = (day: number) => (isLived(day, life) ? marks[life.actions[day]] : ' ');
  return daysOf(from, to).map(letter).join('');
}

/** The reward of each day; heights compare over the whole life, whatever part of it is shown. */
export function rewardStrip(life: UserLife, { from, to }: StripWindow, { glyphs }: Room): string {
  const values = daysOf(from, to).map((day) => (isLived(day, life) ? life.rewards[day] : undefined));
  return sparkline(values, rewardRange(life), glyphs);
}

/** The smallest and the largest reward of a life. */
export function rewardRange({ rewards, bornOn = 0, leftOn }: UserLife): [number, number] {
  const lived = rewards.subarray(bornOn + 1, (leftOn ?? rewards.length - 1) + 1);
  if (lived.length === 0) return [0, 0];
  return lived.reduce<[number, number]>(
    ([lowest, highest], reward) => [Math.min(lowest, reward), Math.max(highest, reward)],
    [lived[0], lived[0]],
  );
}

/** Whether a user lived a day: not yet on the day it came, no more once it has left. */
export function isLived(day: number, { bornOn, leftOn }: Pick<UserLife, 'bornOn' | 'leftOn'>): boolean {
  return bornOn !== undefined && day > bornOn && (leftOn === undefined || day <= leftOn);
}

function daysOf(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, k) => from + k);
}
