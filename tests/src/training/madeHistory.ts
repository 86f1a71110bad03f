import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import type { Interval } from '../../../src/statistics/interval.ts';
import type { PlayedPolicy } from '../../../src/training/playedPolicy.ts';
import type { TrainingEvent, Validated } from '../../../src/training/trainingEvent.ts';
import {
  historyAfter,
  type TrainingHistory,
  type TrainingSetup,
  untold,
} from '../../../src/training/trainingHistory.ts';

export const COUPON_TRAP = loadScenario(readScenarioFile('scenarios/coupon-trap.yaml'));

/** A validation as it is made up for a test. */
export interface MadeValidation {
  readonly return: number;
  readonly retention?: number;
  /** half of the 95 % interval of the return */
  readonly half?: number;
  /** part of the decisions that go to each action */
  readonly mix?: readonly number[];
}

/** A training as it is made up for a test. */
export interface MadeTraining {
  readonly setup?: Partial<TrainingSetup>;
  /** the return of the rule, and its action mix; undefined: there is none */
  readonly rule?: MadeValidation;
  /** finished episodes */
  readonly done: number;
  /** what the agent says after an episode */
  readonly learning?: (episode: number) => Readonly<Record<string, number>>;
  /** by the episode after which it was played */
  readonly validations?: Readonly<Record<number, MadeValidation>>;
}

const DECISIONS = 150_000;

/** A training that never was, of 30 episodes in the coupon trap. */
export function madeHistory({
  setup = {},
  rule,
  done,
  learning = () => ({}),
  validations = {},
}: MadeTraining): TrainingHistory {
  const given: TrainingSetup = {
    program: COUPON_TRAP,
    agent: 'dqn',
    settings: { discount: 0.98, learningRate: 0.001, entropyWeight: 0.01 },
    seed: '1',
    users: 1000,
    episodes: 30,
    heldOutUsers: 2000,
    ...setup,
  };
  const events: TrainingEvent[] = [{ kind: 'begun', earlier: [] }];
  if (rule) events.push({ kind: 'rule', name: 'marketer', played: playedAs(rule) });
  for (let episode = 1; episode <= done; episode++)
    events.push(episodeOf(episode, given, learning(episode), validations[episode], rule));
  return events.reduce(historyAfter, untold(given));
}

function episodeOf(
  episode: number,
  { users, program }: TrainingSetup,
  learning: Readonly<Record<string, number>>,
  made: MadeValidation | undefined,
  rule: MadeValidation | undefined,
): TrainingEvent {
  const validated = made && validatedAs(made, rule);
  const metrics = {
    episode,
    userDays: episode * users * program.horizon,
    return: episode / 3,
    retention: 0.4 + episode / 100,
    learning,
  };
  return validated ? { kind: 'episode', metrics, validated } : { kind: 'episode', metrics };
}

/** A validation, and how far it is beyond a rule. */
export function validatedAs(made: MadeValidation, rule: MadeValidation | undefined): Validated {
  const beyond = (a: number, b: number, half: number) => around(a - b, half);
  return {
    played: playedAs(made),
    beyondRule: rule && {
      return: beyond(made.return, rule.return, 0.6),
      retention: beyond(made.retention ?? 0.6, rule.retention ?? 0.6, 0.01),
    },
  };
}

/** What a policy came to, of 1,000 users. */
export function playedAs({
  return: mean,
  retention = 0.6,
  half = 1.8,
  mix = MIX,
}: MadeValidation): PlayedPolicy {
  const { horizon, stages } = COUPON_TRAP;
  const decisions = mix.map((part) => Math.round(part * DECISIONS));
  return {
    units: 1000,
    return: around(mean, half),
    retention: around(retention, 0.03),
    decisions,
    decisionsByStage: stages.map((_, stage) =>
      decisions.map((count, action) => (action === stage ? 4 : 1) * count),
    ),
    stageCounts: Array.from({ length: horizon }, (_, day) => countsOn(day, retention)),
  };
}

const MIX = [0.9, 0.04, 0.04, 0.02];

function countsOn(day: number, retention: number): number[] {
  const left = Math.round((1000 * (1 - retention) * (day + 1)) / COUPON_TRAP.horizon);
  const here = 1000 - left;
  const parts = [0.05, 0.3, 0.15, 0.2].map((part) => Math.round(part * here));
  return [...parts, here - parts.reduce((a, b) => a + b), left];
}

function around(mean: number, half: number): Interval {
  return { mean, low: mean - half, high: mean + half };
}
