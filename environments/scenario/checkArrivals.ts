import { type ConstantContext, checkConstant } from './checkConstant.ts';
import { type Arrivals, type Channel, FOUNDERS, REFERRAL, type Segment } from './program.ts';
import type { ScenarioFile } from './schema.ts';
import { dayScope, rateScope } from './scopes.ts';

type ChannelSource = NonNullable<ScenarioFile['arrivals']>['channels'][string];

/** Checks how new users come. Asked after the day, as who brings somebody is asked with the reward. */
export function checkArrivals(
  { arrivals }: ScenarioFile,
  segments: readonly Segment[],
  context: ConstantContext,
): Arrivals | undefined {
  if (!arrivals) return undefined;
  const { names, checker } = context;
  const { founders = 1_000, room = 1, channels, refer, likeness = 0 } = arrivals;
  const place = ['arrivals', 'refer'];
  const referring =
    refer === undefined ? undefined : checker.formula(refer, place, dayScope('arrivals.refer', names));
  if (Object.keys(channels).length === 0 && refer === undefined)
    checker.reportKey(['arrivals'], 'new users come by channels, by refer, or by both; neither is given');
  return {
    founders,
    room,
    channels: Object.entries(channels).flatMap(([name, given]) =>
      checkChannel(name, given, segments, context),
    ),
    refer: referring && { name: 'refer', formula: referring },
    likeness: checkLikeness(likeness, context),
  };
}

function checkLikeness(given: string | number | boolean, context: ConstantContext): number {
  const path = ['arrivals', 'likeness'];
  const value = checkConstant(given, path, context);
  if (value < 0 || value > 1) context.checker.report(path, `likeness is a probability, 0 to 1, got ${value}`);
  return value;
}

function checkChannel(
  name: string,
  { rate, cost = 0, segments: mix, about }: ChannelSource,
  segments: readonly Segment[],
  context: ConstantContext,
): Channel[] {
  const { names, checker } = context;
  const path = ['arrivals', 'channels', name];
  if (name === FOUNDERS || name === REFERRAL)
    checker.reportKey(path, `"${name}" is a channel of every scenario with arrivals; choose another name`);
  const formula = checker.formula(rate, [...path, 'rate'], rateScope(name, names));
  const shares = mix
    ? checkMix(mix, [...path, 'segments'], segments, context)
    : segments.map(({ share }) => share);
  const price = checkConstant(cost, [...path, 'cost'], context);
  return formula ? [{ name, formula, cost: price, shares, about }] : [];
}

/** The part of each segment; segments that are left out do not come this way. */
function checkMix(
  mix: Readonly<Record<string, string | number | boolean>>,
  path: readonly string[],
  segments: readonly Segment[],
  context: ConstantContext,
): number[] {
  const { checker } = context;
  const known = segments.map(({ name }) => name);
  const mistakes = checker.problems.length;
  const values = new Map<string, number>();
  for (const [name, text] of Object.entries(mix)) {
    if (!known.includes(name)) checker.unknown([...path, name], 'segment', name, known);
    const share = checkConstant(text, [...path, name], context);
    if (share < 0) checker.report([...path, name], `a share is not negative, got ${share}`);
    values.set(name, share);
  }
  const total = [...values.values()].reduce((sum, share) => sum + share, 0);
  if (checker.problems.length === mistakes && Math.abs(total - 1) > 1e-6)
    checker.reportKey(path, `shares add up to 1, these to ${total}`);
  return known.map((name) => values.get(name) ?? 0);
}
