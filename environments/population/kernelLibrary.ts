import { normalTail } from '../random/distributions/normal.ts';
import { powersOfTwo, rootsOfTwo } from '../random/exp.ts';
import { log } from '../random/log.ts';
import { samplers } from '../random/samplers.ts';
import { wholePower } from '../random/wholePower.ts';
import { yeardayOn } from '../scenario/calendar.ts';
import { nearestMember } from '../scenario/domain.ts';
import { firstAvailable } from './firstAvailable.ts';

/** What printed kernels may call, by the names they use. */
export const kernelLibrary = {
  firstAvailable,
  log,
  nearest: nearestMember,
  normalTail,
  powersOfTwo,
  rootsOfTwo,
  sample: samplers,
  modulo: (a: number, b: number): number => a - b * Math.floor(a / b),
  wholePower,
  yearday: yeardayOn,
} as const;
