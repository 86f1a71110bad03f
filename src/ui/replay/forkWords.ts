import type { Program } from '../../../environments/scenario/program.ts';
import type { ForkOdds, NoOdds } from '../../replay/forks/forkOdds.ts';
import type { PeopleOutcome, UserFuture, UserOutcome } from '../../replay/forks/forkOutcome.ts';
import type { Fork } from '../../replay/forks/forkRecording.ts';
import type { ToldFork } from '../../replay/forks/tellFork.ts';
import { percent, thousands } from '../formatNumber.ts';
import type { Glyphs } from '../glyphs.ts';
import { intervalWords, signed } from '../intervalWords.ts';

/** A sentence about a fork under a word or two. */
export interface ForkWords {
  readonly label: string;
  readonly words: string;
}

/** What came of a fork, in words: with the luck there was, with other lucks, for everyone, and what to know of it. */
export function forkWords(
  { fork, user, odds, people }: ToldFork,
  program: Program,
  glyphs: Glyphs,
): ForkWords[] {
  return [
    ...(user ? [{ label: 'same luck', words: outcomeWords(user, glyphs) }] : []),
    ...(odds ? [{ label: 'other lucks', words: oddsWords(odds, glyphs) }] : []),
    ...(people ? [{ label: 'everyone', words: peopleWords(people, program, glyphs) }] : []),
    ...notes(fork, program).map((words) => ({ label: 'note', words })),
  ];
}

/** What became of a user with the luck it had. */
export function outcomeWords(
  { fork, recorded, until, fromDay, parting }: UserOutcome,
  glyphs: Glyphs,
): string {
  if (parting === undefined) return `${fateWords(recorded, until)}; the fork changes nothing`;
  const same = fork.leftOn === recorded.leftOn;
  const fates = same
    ? `${fateWords(recorded, until)} either way`
    : `${fateWords(recorded, until)}, with the fork ${fateWords(fork, until)}`;
  const [a, b] = [fork.earned, recorded.earned];
  if (!a || !b) return fates;
  const [rewards, contacts, cost] = [a.rewards - b.rewards, a.contacts - b.contacts, a.cost - b.cost];
  const gains = `rewards ${signed(rewards, glyphs)}, contacts ${signed(contacts, glyphs)}, cost ${signed(cost, glyphs)}`;
  return `${fates}; ${gains} from day ${fromDay} on`;
}

function fateWords({ leftOn }: UserFuture, until: number): string {
  return leftOn === undefined ? `here on day ${until}` : `left on day ${leftOn}`;
}

/** What would become of a user with other lucks. */
export function oddsWords(odds: ForkOdds | NoOdds, glyphs: Glyphs): string {
  if (odds.kind === 'none') return `not told: ${odds.reason}`;
  const { here, rewards, lives, until } = odds;
  const points = intervalWords(inPercent(here.difference), glyphs);
  const chances = `${percent(here.recorded.mean, 1)} are here on day ${until}, with the fork ${percent(here.asked.mean, 1)}: ${points} points`;
  const gain = `rewards ${intervalWords(rewards.difference, glyphs)}`;
  return `of ${thousands(lives)} from that morning on ${chances}; ${gain}`;
}

function inPercent({ mean, low, high }: ForkOdds['here']['difference']): ForkOdds['here']['difference'] {
  return { mean: 100 * mean, low: 100 * low, high: 100 * high };
}

/** What came of a fork for everyone. */
export function peopleWords(
  { until, here, difference }: PeopleOutcome,
  { decision }: Program,
  glyphs: Glyphs,
): string {
  const { kept, lost } = difference;
  const stay = `${thousands(here.b)} are here on day ${until}, with the fork ${thousands(here.a)}`;
  const gain = `rewards per ${decision ? 'product' : 'user'} ${intervalWords(difference.return.paired, glyphs)}`;
  return `${stay}; ${thousands(kept)} kept and ${thousands(lost)} lost by it; ${gain}`;
}

function notes({ tally, decided, choice }: Fork, { actions }: Program): string[] {
  const { forced, changed, unavailable } = tally;
  const { name } = actions[choice.action];
  const missing = `${name} was not available in ${thousands(unavailable)} of ${thousands(forced)} decisions`;
  return [
    ...(changed === 0 ? ['this is what was done anyway'] : []),
    ...(unavailable > 0 ? [`${missing}; the first available action was given`] : []),
    ...(decided === 'recording' && changed > 0 ? ['no policy is at hand: recorded actions go on'] : []),
  ];
}
