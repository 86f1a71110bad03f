import type { Listed } from './listed.ts';

/** The lists, in their order. */
export const LISTS = ['runs', 'scenarios', 'lessons'] as const;
/** One of them. */
export type ListName = (typeof LISTS)[number];

/** Everything that there is to choose from. */
export interface BrowseLists {
  /** newest first */
  readonly runs: readonly ListedRun[];
  readonly scenarios: readonly ListedScenario[];
  readonly lessons: readonly ListedLesson[];
  /** the folder of the runs, as it was named */
  readonly results: string;
  /** A command as it is typed. @param words behind `tenure` */
  readonly written: (words: readonly string[]) => string;
}

/** Anything in a list. */
export type Item = ListedRun | ListedScenario | ListedLesson;

/** A run; its key is its folder as shown to people. What is not read yet is what its folder is called. */
export interface ListedRun extends Listed<RunContent> {
  readonly list: 'runs';
  readonly scenario: string;
  readonly agent: string;
  /** when its record was written last, in milliseconds */
  readonly modified: number;
}

/** What a run's record says, or why it cannot be read. */
export type RunContent = ReadRun | { readonly reason: string };

/** A run whose record was read. */
export interface ReadRun {
  /** undefined: not finished */
  readonly result: RunResult | undefined;
  /** episodes trained so far */
  readonly episode: number;
  /** episodes in all */
  readonly episodes: number;
  readonly settings: RunSettings;
  /** what the command line says, behind `tenure`, to make it again */
  readonly again: readonly string[];
}

export interface RunResult {
  /** per user */
  readonly return: Range;
  /** part of the users still there at the end, 0 to 1 */
  readonly stillThere: Range;
}

/** A mean with its interval. */
export interface Range {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What a run was begun with, by name. */
export interface RunSettings {
  /** seed, users, episodes, heldOut and the like */
  readonly training: Readonly<Record<string, string>>;
  readonly scenario: Readonly<Record<string, string>>;
  readonly agent: Readonly<Record<string, string>>;
}

/** A scenario that comes with the program; its key is its name. */
export interface ListedScenario extends Listed<ScenarioContent> {
  readonly list: 'scenarios';
  readonly kind: 'business' | 'classic' | 'lesson';
}

export interface ScenarioContent {
  readonly title: string;
  /** what a naive policy gets wrong; its story where nothing is said of that */
  readonly phenomenon: string;
  /** days */
  readonly horizon: number;
  /** names of its rules, in the order of the file */
  readonly rules: readonly string[];
}

/** A lesson; its key is its name. */
export interface ListedLesson extends Listed<LessonContent> {
  readonly list: 'lessons';
  readonly number: number;
}

export interface LessonContent {
  readonly title: string;
  /** the idea in one line */
  readonly about: string;
  /** how far somebody is */
  readonly state: string;
  readonly done: boolean;
}
