import type { Lesson } from './lesson.ts';
import { bandit } from './lessons/bandit.ts';
import { edge } from './lessons/edge.ts';
import { fair } from './lessons/fair.ts';
import { gamma } from './lessons/gamma.ts';
import { policy } from './lessons/policy.ts';
import { reward } from './lessons/reward.ts';
import { seeds } from './lessons/seeds.ts';
import { sweeps } from './lessons/sweeps.ts';
import { walk } from './lessons/walk.ts';

/** All lessons, in order. */
export const LESSONS: readonly Lesson[] = [policy, bandit, gamma, sweeps, walk, edge, reward, seeds, fair];
