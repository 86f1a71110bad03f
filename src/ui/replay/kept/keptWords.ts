import type { Program } from '../../../../environments/scenario/program.ts';
import { actionInWords } from '../../../replay/actionInWords.ts';
import type { KeptSearch } from '../../../replay/kept/keptSearch.ts';
import { delays, keeps, type TriedAction } from '../../../replay/kept/triedActions.ts';
import { thousands } from '../../formatNumber.ts';

/** What to know of everyone that such a list names. */
export const BY_HINDSIGHT =
  'Chosen by hindsight, from the one luck there was: with another, few of them may stay. A fork tells the odds.';

/** Most actions told in words. */
const TOLD = 3;

/** Who would have been kept and by what, in a sentence. */
export function keptWords(search: KeptSearch, program: Program): string {
  const { leavers, day, from, actions, until } = search;
  const mornings = from === day ? `day ${day}` : `days ${from} to ${day}`;
  if (leavers.length === 1) return aloneWords(search, mornings);
  const gone = leavers.filter(({ tried }) => !tried.some(keeps)).length;
  const best = actions.slice(0, TOLD).filter(({ kept }) => kept > 0);
  const told = best.map((one) => `${actionOn(one, program)} keeps ${thousands(one.kept)}`);
  const number = gone === leavers.length ? 'all are' : gone === 1 ? '1 is' : `${thousands(gone)} are`;
  const rest = `${number} gone by day ${until} whichever one action is tried on ${mornings}`;
  const all = [told.join(', '), gone > 0 ? rest : ''].filter((words) => words !== '');
  return `Of ${thousands(leavers.length)} who left on day ${day}, with the same luck: ${all.join('; ')}.`;
}

function aloneWords({ leavers, day, until }: KeptSearch, mornings: string): string {
  const [{ user, tried }] = leavers;
  const [kept, later] = [tried.filter(keeps).length, tried.filter((one) => delays(one, day)).length];
  const ways = `Of ${thousands(tried.length)} other actions on ${mornings}, one at a time and with the same luck`;
  return `User ${user} left on day ${day}. ${ways}, ${kept} ${kept === 1 ? 'keeps' : 'keep'} it until day ${until} and ${later} only ${later === 1 ? 'delays' : 'delay'} its leaving.`;
}

/** `message on day 9`. */
function actionOn({ action, day }: Pick<TriedAction, 'action' | 'day'>, program: Program): string {
  return `${actionInWords(program, action)} on day ${day}`;
}
