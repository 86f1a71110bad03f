import { LESSONS } from '../../learn/lessons.ts';
import { type Progress, progressIn } from '../../learn/progress.ts';
import type { ListedLesson } from '../../ui/browse/browseLists.ts';
import { listed } from '../../ui/browse/listed.ts';
import { stateWords } from '../../ui/learn/listRows.ts';

/** The lessons with how far somebody is in each. */
export function listedLessons(progress: Progress): ListedLesson[] {
  return LESSONS.map((lesson) => {
    const { number, name, title, about } = lesson;
    const own = progressIn(progress, lesson);
    const state = stateWords(own, Object.hasOwn(progress.lessons, name));
    const item = listed({ list: 'lessons' as const, key: name, number }, () => ({
      title,
      about,
      state,
      done: own.done,
    }));
    item.read();
    return item;
  });
}
