import { type AliasedProcess, better, type Candidate, gains } from './aliasedProcess.ts';

/** Policies that are tried one by one at most. */
const MOST_TRIED = 4_096;

/**
 * The best policy that takes one action in each observation. Where few are possible all are tried; otherwise a local
 * search starts from several, as the problem is NP-hard (Littman 1994).
 */
export function bestCertain(aliased: AliasedProcess): Candidate {
  const count = aliased.choices.reduce((product, { length }) => product * length, 1);
  if (count <= MOST_TRIED && !aliased.transparent) return tryAll(aliased);
  const starts = [aliased.projected(), ...aliased.constants()];
  return starts.map((actions) => improve(aliased, aliased.judge(aliased.take(actions)))).reduce(better);
}

function tryAll(aliased: AliasedProcess): Candidate {
  const picks = aliased.choices.map(() => 0);
  let best = aliased.judge(aliased.take(picks.map((k, g) => aliased.choices[g][k])));
  while (advance(picks, aliased.choices))
    best = better(best, aliased.judge(aliased.take(picks.map((k, g) => aliased.choices[g][k]))));
  return best;
}

/** Counts up, the first observation fastest. */
function advance(picks: number[], choices: readonly (readonly number[])[]): boolean {
  for (let g = 0; g < picks.length; g++) {
    picks[g] = (picks[g] + 1) % choices[g].length;
    if (picks[g] > 0) return true;
  }
  return false;
}

function improve(aliased: AliasedProcess, start: Candidate): Candidate {
  for (let current = start; ; ) {
    const next = step(aliased, current);
    if (!gains(next, current)) return current;
    current = next;
    if (aliased.exhausted) return current;
  }
}

/** Everyone to the steepest action at once; if that is no gain, one observation after the other. */
function step(aliased: AliasedProcess, current: Candidate): Candidate {
  const slopes = aliased.slopes(current);
  const at = (g: number, a: number) => g * aliased.process.actions + a;
  const steepest = aliased.choices.map((may, g) =>
    may.reduce((best, a) => (slopes[at(g, a)] > slopes[at(g, best)] ? a : best)),
  );
  const all = aliased.judge(aliased.take(steepest));
  if (gains(all, current)) return all;
  const now = aliased.choices.map((may, g) => may.find((a) => current.policy[at(g, a)] === 1) ?? may[0]);
  const hope = now.map((a, g) => slopes[at(g, steepest[g])] - slopes[at(g, a)]);
  const order = [...hope.keys()].filter((g) => hope[g] > 0).sort((a, b) => hope[b] - hope[a]);
  for (const g of order) {
    const one = aliased.judge(aliased.take(now.with(g, steepest[g])));
    if (gains(one, current)) return one;
    if (aliased.exhausted) return current;
  }
  return current;
}
