import type { Leaving } from '../leaving.ts';
import { type MountOptions, mountScreen } from '../mountScreen.tsx';
import { CompareApp, type CompareAppProps } from './CompareApp.tsx';

/** Draws the comparison until the person quits. The terminal is already borrowed. */
export function mountCompare(props: Omit<CompareAppProps, 'size'>, options: MountOptions): Promise<Leaving> {
  return mountScreen((size) => <CompareApp {...props} size={size} />, options);
}
