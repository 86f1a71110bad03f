import type { PlayedPolicy } from '../../../training/playedPolicy.ts';
import type { TrainingHistory } from '../../../training/trainingHistory.ts';
import type { Room } from '../../room.ts';
import type { Row } from '../../row.ts';
import { latestPlayed } from '../latestPlayed.ts';
import { pairRows } from './pairRows.ts';

/** Where users are on the last evening of the validation, under the greedy policy and under the rule. */
export function stageRows(history: TrainingHistory, room: Room, most: number): Row[] {
  const { setup, rule } = history;
  const latest = latestPlayed(history);
  const policy = latest && atTheEnd(latest.played);
  const others = rule && atTheEnd(rule.played);
  const pairs = setup.program.stages.map(({ name, absorbing }, stage) => ({
    name,
    policy: policy?.[stage],
    rule: others?.[stage],
    faint: absorbing,
  }));
  const more = rule ? `policy, ${rule.name}` : '';
  const title = `stages on day ${setup.program.horizon}`;
  return pairRows(pairs, { title, more, what: 'stages' }, room, most);
}

/** Part of all users in each stage. */
function atTheEnd({ stageCounts }: PlayedPolicy): number[] {
  const counts = stageCounts.at(-1) ?? [];
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (all > 0 ? count / all : 0));
}
