import type { Program } from '../../environments/scenario/program.ts';
import type { EpisodeMetrics } from './episodeMetrics.ts';
import type { PlayedPolicy } from './playedPolicy.ts';
import type { TrainingEvent, TrainingResult, Validated } from './trainingEvent.ts';

/** What is known of a training before it begins. */
export interface TrainingSetup {
  readonly program: Program;
  readonly agent: string;
  readonly settings: Readonly<Record<string, number>>;
  readonly seed: string;
  /** users, or products, in each episode */
  readonly users: number;
  readonly episodes: number;
  /** users, or products, of the final evaluation */
  readonly heldOutUsers: number;
}

/** The greedy policy after so many episodes. */
export interface ValidationPoint {
  readonly episode: number;
  /** whether it is there because somebody asked, beside those that every run has */
  readonly asked: boolean;
  readonly return: number;
  readonly retention: number;
  /** more about it; undefined where it was played before the run was resumed */
  readonly validated: Validated | undefined;
}

/** All that happened in a training so far. */
export interface TrainingHistory {
  readonly setup: TrainingSetup;
  readonly phase: 'preparing' | 'learning' | 'validating' | 'finishing' | 'finished';
  /** days lived, over all episodes */
  readonly day: number;
  /** where it began, or was resumed */
  readonly firstDay: number;
  /** finished episodes, first to last */
  readonly episodes: readonly EpisodeMetrics[];
  /** what the agent said last of its learning */
  readonly figures: Readonly<Record<string, number>>;
  /** in the order of their episodes */
  readonly validations: readonly ValidationPoint[];
  readonly rule: { readonly name: string; readonly played: PlayedPolicy } | undefined;
  readonly result: TrainingResult | undefined;
}

/** A training of which nothing is known yet. */
export function untold(setup: TrainingSetup): TrainingHistory {
  return {
    setup,
    phase: 'preparing',
    day: 0,
    firstDay: 0,
    episodes: [],
    figures: {},
    validations: [],
    rule: undefined,
    result: undefined,
  };
}

/** Days of a whole training. */
export function trainingDays({ program, episodes }: TrainingSetup): number {
  return program.horizon * episodes;
}

/** The history after one more event. */
export function historyAfter(history: TrainingHistory, event: TrainingEvent): TrainingHistory {
  switch (event.kind) {
    case 'begun':
      return begun(history, event.earlier);
    case 'rule':
      return { ...history, rule: { name: event.name, played: event.played } };
    case 'day':
      return { ...history, phase: 'learning', day: event.day, figures: said(history, event.figures) };
    case 'playing':
      return { ...history, phase: event.users === 'validation' ? 'validating' : 'finishing' };
    case 'episode':
      return episodeDone(history, event.metrics, event.validated);
    case 'evaluated':
      return withValidation(history, pointOf(event.episode, event.validated, true));
    case 'finished':
      return { ...history, phase: 'finished', result: event.result };
  }
}

function begun(history: TrainingHistory, earlier: readonly EpisodeMetrics[]): TrainingHistory {
  const day = earlier.length * history.setup.program.horizon;
  const validations = earlier.flatMap(({ episode, validation }) =>
    validation ? [{ ...validation, episode, asked: false, validated: undefined }] : [],
  );
  const figures = earlier.at(-1)?.learning ?? {};
  return { ...history, phase: 'learning', day, firstDay: day, episodes: earlier, validations, figures };
}

/** Some agents say nothing on most days; then the last thing they said stands. */
function said({ figures }: TrainingHistory, now: TrainingHistory['figures']): TrainingHistory['figures'] {
  return Object.keys(now).length > 0 ? { ...figures, ...now } : figures;
}

function episodeDone(
  history: TrainingHistory,
  metrics: EpisodeMetrics,
  validated: Validated | undefined,
): TrainingHistory {
  const next: TrainingHistory = {
    ...history,
    phase: 'learning',
    day: metrics.episode * history.setup.program.horizon,
    episodes: [...history.episodes, metrics],
    figures: said(history, metrics.learning),
  };
  return validated ? withValidation(next, pointOf(metrics.episode, validated, false)) : next;
}

function pointOf(episode: number, validated: Validated, asked: boolean): ValidationPoint {
  const { played } = validated;
  return { episode, asked, return: played.return.mean, retention: played.retention.mean, validated };
}

function withValidation(history: TrainingHistory, point: ValidationPoint): TrainingHistory {
  return { ...history, phase: 'learning', validations: [...history.validations, point] };
}
