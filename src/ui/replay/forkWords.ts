import type { Program } from '../../../environments/scenario/program.ts';
import type { ForkOdds, NoOdds } from '../../replay/forks/forkOdds.ts';
import type { UserFuture, UserOutcome } from '../../replay/forks/forkOutcome.ts';
import type { Fork } from '../../replay/forks/forkRecording.ts';
import type { ToldFork } from '../../replay/forks/tellFork.ts';
import { percent, thousands } from '../formatNumber.ts';
import type { Glyphs } from '../glyphs.ts';
import { intervalWords, signed } from '../intervalWords.ts';

/** What came of a fork, a line each: with the luck there was, with other lucks, and what else to know of it. */
export function forkWords({ fork, user, odds }: ToldFork, program: Program, glyphs: Glyphs): string[] {
  return [
    ...(user ? [`with the same luck: ${outcomeWords(user, glyphs)}`] : []),
    ...(odds ? [`with other lucks: ${oddsWords(odds, glyphs)}`] : []),
    ...notes(fork, program),
  ];
}

/** What became of a user with the luck it had. */
function outcomeWords({ fork, recorded, until, fromDay, parting }: UserOutcome, glyphs: Glyphs): string {
  if (parting === undefined) return `${fateWords(recorded, until)}; the fork changes nothing for this user`;
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
function oddsWords(odds: ForkOdds | NoOdds, glyphs: Glyphs): string {
  if (odds.kind === 'none') return `not told: ${odds.reason}`;
  const { here, rewards, lives, until } = odds;
  const { mean, low, high } = here.difference;
  // Where no luck is told apart from another, the interval is a point, which need not be 0.
  const same = mean === 0 && low === 0 && high === 0;
  const points = `, with the fork ${percent(here.asked.mean, 1)}: ${intervalWords(inPercent(here.difference), glyphs)} points`;
  const chances = `${percent(here.recorded.mean, 1)} are here on day ${until}${same ? ', as many with the fork' : points}`;
  const gain = `rewards ${intervalWords(rewards.difference, glyphs)}`;
  return `of ${thousands(lives)} from that morning on ${chances}; ${gain} (95 % intervals over these lucks)`;
}

function inPercent({ mean, low, high }: ForkOdds['here']['difference']): ForkOdds['here']['difference'] {
  return { mean: 100 * mean, low: 100 * low, high: 100 * high };
}

function notes({ tally, decided, choice }: Fork, { actions }: Program): string[] {
  const { forced, changed, unavailable } = tally;
  const { name } = actions[choice.action];
  const missing = `${name} was not available in ${thousands(unavailable)} of ${thousands(forced)} decisions`;
  return [
    ...(unavailable > 0 ? [`${missing}; the first available action was given`] : []),
    ...(forced === 0 ? [`nobody was there to be given ${name}`] : []),
    ...(forced > 0 && changed === 0 ? ['this is what was done anyway'] : []),
    ...(decided === 'recording' && changed > 0 ? ['no policy is at hand: recorded actions go on'] : []),
  ];
}
