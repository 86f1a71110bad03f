import type { Leaving } from '../leaving.ts';
import { type MountOptions, mountScreen } from '../mountScreen.tsx';
import { LearnApp, type LearnAppProps } from './LearnApp.tsx';

/** Draws the lessons until the person quits. The terminal is already borrowed. */
export function mountLearn(props: Omit<LearnAppProps, 'size'>, options: MountOptions): Promise<Leaving> {
  return mountScreen((size) => <LearnApp {...props} size={size} />, options);
}
