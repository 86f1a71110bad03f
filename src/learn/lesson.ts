import type { Program } from '../../environments/scenario/program.ts';
import type { Block } from './block.ts';
import type { Control, Values } from './control.ts';

/** The steps of every lesson, in order. */
export const STEPS = ['do', 'predict', 'see', 'explain'] as const;
/** One of them. */
export type Step = (typeof STEPS)[number];

/** What a lesson computes with. The same seed gives the same numbers. */
export interface Workbench {
  readonly seed: string;
  /** a scenario that comes with the program, with some of its parameters set */
  world(name: string, parameters?: Readonly<Record<string, number>>): Program;
}

/** A computation in pieces of at most some tenths of a second. It yields the part that is done, from 0 to 1. */
export type Work<Result> = Generator<number, Result>;

/** How one prediction did. */
export interface Judgement {
  readonly name: string;
  /** what was predicted and what came out, in words */
  readonly said: string;
  readonly was: string;
  readonly right: boolean;
  /** how far off, in the unit of the question; undefined where it is a choice */
  readonly off?: number;
}

/** What the reveal came to. */
export interface Outcome {
  /** shown by the step see */
  readonly see: readonly Block[];
  readonly judgements: readonly Judgement[];
  /** paragraphs of the step explain; they speak of the numbers that were computed */
  readonly explain: readonly string[];
  /** the ordinary command that does the same */
  readonly command: string;
  /** the same numbers for programs */
  readonly figures: Readonly<Record<string, unknown>>;
}

/** One lesson. Text is in plain English; what it says of numbers is computed. */
export interface Lesson {
  /** from 1 */
  readonly number: number;
  /** one word, for the command line */
  readonly name: string;
  readonly title: string;
  /** the idea in one line */
  readonly about: string;
  /** paragraphs above the sandbox */
  readonly opening: readonly string[];
  /** what may be changed in the sandbox; each has an initial value */
  readonly controls: readonly Control[];
  /** what the settings lead to; quick enough to follow every change, and without consequences */
  sandbox(bench: Workbench, settings: Values): Work<readonly Block[]>;
  /** paragraphs above the questions */
  readonly wager: readonly string[];
  /** what is predicted before anything is shown */
  readonly questions: readonly Control[];
  /** computes what was asked about */
  reveal(bench: Workbench, settings: Values, predictions: Values): Work<Outcome>;
  readonly hints: Readonly<Record<Step, string>>;
}
