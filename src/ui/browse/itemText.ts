import { allSettings } from './allSettings.ts';
import type { Item, ListedRun } from './browseLists.ts';

/** What a filter looks for its words in: all that is known of an item, in lower case, a blank around every word. */
export function itemText(item: Item): string {
  const { known } = item;
  if (!known) return ` ${textOf(item)} `.toLowerCase();
  const made = MADE.get(known) ?? ` ${textOf(item)} `.toLowerCase();
  MADE.set(known, made);
  return made;
}

/** Texts of what has been read: a filter goes through all of them with every key. */
const MADE = new WeakMap<object, string>();

function textOf(item: Item): string {
  if (item.list === 'runs') return textOfRun(item);
  if (item.list === 'scenarios') {
    const { title = '', phenomenon = '' } = item.known ?? {};
    return `${item.key} ${item.kind} ${title} ${phenomenon}`;
  }
  const { title = '', about = '', state = '' } = item.known ?? {};
  return `${item.number} ${item.key} ${title} ${about} ${state}`;
}

function textOfRun({ key, scenario, agent, known }: ListedRun): string {
  const named = `${key} ${scenario} ${agent}`;
  if (!known) return named;
  if ('reason' in known) return `${named} unreadable ${known.reason}`;
  // The details call a parameter by its name alone.
  const settings = [
    ...Object.entries(allSettings(known.settings)),
    ...Object.entries(known.settings.scenario),
  ];
  const pairs = settings.map(([name, value]) => `${name}=${value}`);
  return `${named} ${known.result ? 'finished' : 'unfinished'} ${pairs.join(' ')}`;
}
