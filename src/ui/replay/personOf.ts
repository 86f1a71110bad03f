import type { Advice, NoAdvice } from '../../replay/advice/advice.ts';
import { ruleAdvice } from '../../replay/advice/ruleAdvice.ts';
import type { Replay } from '../../replay/replay.ts';
import type { ViewedPerson } from './replayView.ts';

/** What a policy thinks, why it thinks nothing, or that it is being asked. */
export type ShownAdvice = Advice | NoAdvice | { readonly kind: 'waiting' };

/** Tells what the policy thinks of a user on the morning of a day; undefined where it cannot. */
export type AdviceOf = (user: number, day: number) => ShownAdvice | undefined;

/** Everything about one user on one day. */
export type PersonOf = (user: number, day: number) => ViewedPerson;

/** Looks at users; whom it looked at last is kept, as a key, help and drawing ask for the same one. */
export function personOf(replay: Replay, adviceOf?: AdviceOf): PersonOf {
  let last: { readonly user: number; readonly day: number; readonly person: ViewedPerson } | undefined;
  return (user, day) => {
    if (last?.user === user && last.day === day) return last.person;
    const explained = replay.explain(user, day);
    const advice = explained.kind === 'day' ? adviceOf?.(user, day) : undefined;
    const person = { life: replay.life(user), explained, advice, rule: ruleAdvice(replay, explained) };
    last = { user, day, person };
    return person;
  };
}
