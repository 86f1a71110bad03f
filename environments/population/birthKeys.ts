import { drawKey, drawWord } from '../random/keyedDraw.ts';
import { purposeOf } from '../random/purpose.ts';
import { FOUNDERS } from '../scenario/program.ts';

/*
 * A user's birth key says how it came, never in which row it is kept, so that everybody has the same luck in whatever
 * company. Keys have 32 bits: of n users about n² / 2³³ pairs share one, and with it their luck.
 */

/** Gives the birth key of each founding user by its number. */
export function founderKeys(): (founder: number) => number {
  const { a, b } = drawKey(purposeOf(FOUNDERS), 0, 0);
  return (founder) => drawWord(founder, a, b);
}

/**
 * The birth key of somebody who came by a channel. A channel's newcomers are drawn for each founding user apart, as so
 * many Poisson streams that add up to one, so that a part of the population has the same newcomers as the whole.
 *
 * @param channel its name
 * @param day on whose evening it came
 * @param founder number of the founding user beside whom it came
 * @param order its number among those of that day, channel and founding user
 */
export function channelKey(channel: string, day: number, founder: number, order: number): number {
  const { a, b } = drawKey(purposeOf(`arrivals.${channel}`), day, order);
  return drawWord(founder, a, b);
}

const REFERRAL_PURPOSE = purposeOf('arrivals.refer');

/** The birth key of somebody whom another user brought: the `order`-th of that day. */
export function referralKey(referrer: number, day: number, order: number): number {
  const { a, b } = drawKey(REFERRAL_PURPOSE, day, order);
  return drawWord(referrer, a, b);
}
