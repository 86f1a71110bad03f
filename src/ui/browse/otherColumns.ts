import type { ListedLesson, ListedScenario } from './browseLists.ts';
import type { Column } from './columns.ts';

/** The columns of the list of scenarios. */
export const scenarioColumns: readonly Column<ListedScenario>[] = [
  { title: 'scenario', align: 'left', cell: ({ key }) => key },
  { title: 'kind', align: 'left', cell: ({ kind }) => KINDS[kind] },
  { title: 'days', align: 'right', cell: ({ known }) => String(known?.horizon ?? '') },
  { title: 'title', align: 'left', cell: ({ known }) => known?.title ?? '' },
];

const KINDS: Readonly<Record<ListedScenario['kind'], string>> = {
  business: 'business',
  classic: 'classic',
  lesson: "lesson's",
};

/** The columns of the list of lessons. */
export const lessonColumns: readonly Column<ListedLesson>[] = [
  { title: 'lesson', align: 'left', cell: ({ number, key }) => `${number} ${key}` },
  { title: 'title', align: 'left', cell: ({ known }) => known?.title ?? '' },
  { title: 'state', align: 'left', cell: ({ known }) => known?.state ?? '' },
];
