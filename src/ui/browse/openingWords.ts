import type { Item, ListedRun } from './browseLists.ts';

/** The words behind `tenure` that open an item: replay it, go on training it, begin a lesson. */
export function openingWords(item: Item): readonly string[] {
  if (item.list === 'lessons') return ['learn', item.key];
  if (item.list === 'scenarios') return ['replay', item.key];
  return isUnfinished(item) ? ['train', '--resume', item.key] : ['replay', item.key];
}

/** The words behind `tenure` that somebody may want to keep: those that make a run again, or open something else. */
export function commandOf(item: Item): readonly string[] {
  if (item.list !== 'runs') return openingWords(item);
  const content = item.read();
  return 'reason' in content ? [] : content.again;
}

/** Whether a run can be read and is not finished. */
export function isUnfinished(run: ListedRun): boolean {
  const content = run.read();
  return !('reason' in content) && content.result === undefined;
}
