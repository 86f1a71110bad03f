import type {
  BrowseLists,
  ListedLesson,
  ListedRun,
  ListedScenario,
  ReadRun,
  RunContent,
} from '../../../../src/ui/browse/browseLists.ts';
import { listed } from '../../../../src/ui/browse/listed.ts';

/** The time on the clock of these tests, in milliseconds. */
export const NOW = 1_000 * 24 * 3_600_000;
const MINUTE = 60_000;

/** What a run's record says, with some of it changed. */
export function readRun(change: Partial<ReadRun> & { seed?: string; heldOut?: string } = {}): ReadRun {
  const { seed = '1', heldOut = '2000', ...rest } = change;
  return {
    result: {
      return: { mean: 12.3456, low: 11.5, high: 13.2 },
      stillThere: { mean: 0.612, low: 0.59, high: 0.634 },
    },
    episode: 30,
    episodes: 30,
    settings: {
      training: { seed, users: '4000', episodes: '30', heldOut, observe: 'declared' },
      scenario: { habitGain: '0.4', margin: '0.3' },
      agent: { discount: '0.97', stepSize: '0.5' },
    },
    again: ['train', 'coupon-trap', '--seed', seed],
    ...rest,
  };
}

/** A run that is read when it is looked at. @param minutes since its record was written */
export function run(key: string, content: RunContent, minutes = 5, agent = 'q-learning'): ListedRun {
  const own = {
    list: 'runs' as const,
    key,
    scenario: 'coupon-trap',
    agent,
    modified: NOW - minutes * MINUTE,
  };
  return listed(own, () => content);
}

const FOLDER = 'results/runs/coupon-trap';
const SETTINGS = readRun().settings;

/** Five runs: two alike but for their seed, one that learns otherwise, one that is not finished, one that is broken. */
export const RUNS: readonly ListedRun[] = [
  run(`${FOLDER}/q-learning/seed-1-0000000a`, readRun(), 3),
  run(`${FOLDER}/q-learning/seed-2-0000000b`, readRun({ seed: '2' }), 61),
  run(
    `${FOLDER}/sarsa/seed-1-0000000c`,
    readRun({ settings: { ...SETTINGS, agent: { ...SETTINGS.agent, stepSize: '0.05' } } }),
    300,
    'sarsa',
  ),
  run(`${FOLDER}/dqn/seed-1-0000000d`, readRun({ result: undefined, episode: 12 }), 26 * 60, 'dqn'),
  run(
    `${FOLDER}/dqn/seed-9-0000000e`,
    { reason: 'run.json is not a tenure.run/1 record' },
    100 * 24 * 60,
    'dqn',
  ),
];

const TRAP =
  'A coupon is the best-looking thing to do today: it brings more orders, and more margin after the discount, than a recommendation sent the same day. But each coupon raises the discount the shopper expects, and an expected discount holds back orders at full price for weeks.';

/** A business, a classic without rules, a world of a lesson. */
export const SCENARIOS: readonly ListedScenario[] = [
  listed({ list: 'scenarios' as const, key: 'coupon-trap', kind: 'business' as const }, () => ({
    title: 'The coupon trap',
    phenomenon: TRAP,
    horizon: 180,
    rules: ['marketer', 'weeklyCoupons'],
  })),
  listed({ list: 'scenarios' as const, key: 'cliff-walking', kind: 'classic' as const }, () => ({
    title: 'Cliff walking',
    phenomenon: 'The shortest way is the most dangerous one while exploring.',
    horizon: 1000,
    rules: [],
  })),
  listed({ list: 'scenarios' as const, key: 'warm-and-cold', kind: 'lesson' as const }, () => ({
    title: 'Warm and cold customers',
    phenomenon: 'Care for the warm pays more – and later – than rescuing the cold.',
    horizon: 200,
    rules: ['firefighter'],
  })),
];

/** One lesson that is done, one that is begun. */
export const LESSONS: readonly ListedLesson[] = [
  listed({ list: 'lessons' as const, key: 'policy', number: 1 }, () => ({
    title: 'You are the policy',
    about: 'a policy says what to do to whom, and when',
    state: 'done',
    done: true,
  })),
  listed({ list: 'lessons' as const, key: 'bandit', number: 2 }, () => ({
    title: 'The bandit',
    about: 'explore or exploit: what is lost by trying, and what by not trying',
    state: 'begun, at predict',
    done: false,
  })),
];

/** The lists of these tests, everything in them read. */
export function someLists(change: Partial<BrowseLists> = {}): BrowseLists {
  const lists = {
    runs: RUNS,
    scenarios: SCENARIOS,
    lessons: LESSONS,
    results: 'results',
    written: (words: readonly string[]) => ['tenure', ...words].join(' '),
    ...change,
  };
  for (const item of [...lists.runs, ...lists.scenarios, ...lists.lessons]) item.read();
  return lists;
}
