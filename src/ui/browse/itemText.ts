import type { Item, ListedRun } from './browseLists.ts';
import { runState } from './runState.ts';

/** What a filter looks for its words in: all that is known of an item. */
export function itemText(item: Item): string {
  if (item.list === 'runs') return runText(item);
  if (item.list === 'scenarios') {
    const { title = '', phenomenon = '' } = item.known ?? {};
    return `${item.key} ${item.kind} ${title} ${phenomenon}`;
  }
  const { title = '', about = '', state = '' } = item.known ?? {};
  return `${item.number} ${item.key} ${title} ${about} ${state}`;
}

function runText({ key, scenario, agent, known }: ListedRun): string {
  const named = `${key} ${scenario} ${agent}`;
  if (!known) return named;
  if ('reason' in known) return `${named} unreadable ${known.reason}`;
  const { settings } = known;
  const pairs = Object.entries({ ...settings.training, ...settings.scenario, ...settings.agent });
  return `${named} ${runState(known)} ${pairs.map(([name, value]) => `${name}=${value}`).join(' ')}`;
}
