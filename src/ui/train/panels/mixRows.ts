import { actionMix } from '../../../training/playedPolicy.ts';
import type { TrainingHistory } from '../../../training/trainingHistory.ts';
import type { Room } from '../../room.ts';
import type { Row } from '../../row.ts';
import { latestPlayed } from '../latestPlayed.ts';
import { pairRows } from './pairRows.ts';

/** What the greedy policy decides, beside the rule. */
export function mixRows(history: TrainingHistory, room: Room, most: number): Row[] {
  const { setup, rule } = history;
  const latest = latestPlayed(history);
  const policy = latest && actionMix(latest.played);
  const others = rule && actionMix(rule.played);
  const pairs = setup.program.actions.map(({ name }, action) => ({
    name,
    policy: policy?.[action],
    rule: others?.[action],
  }));
  const when = latest ? ` after episode ${latest.episode}` : '';
  const more = rule ? `policy, ${rule.name}` : '';
  return pairRows(pairs, { title: `decisions${when}`, more, what: 'actions' }, room, most);
}
