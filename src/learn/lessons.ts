import type { Lesson } from './lesson.ts';
import { bandit } from './lessons/bandit/bandit.ts';
import { edge } from './lessons/edge/edge.ts';
import { fair } from './lessons/fair/fair.ts';
import { gamma } from './lessons/gamma/gamma.ts';
import { policy } from './lessons/policy/policy.ts';
import { reward } from './lessons/reward/reward.ts';
import { seeds } from './lessons/seeds/seeds.ts';
import { sweeps } from './lessons/sweeps/sweeps.ts';
import { walk } from './lessons/walk/walk.ts';

/** All lessons, in order. */
export const LESSONS: readonly Lesson[] = [policy, bandit, gamma, sweeps, walk, edge, reward, seeds, fair];
