import type { Leaving } from '../leaving.ts';
import { type MountOptions, mountScreen } from '../mountScreen.tsx';
import { ReplayApp, type ReplayAppProps } from './ReplayApp.tsx';

/** Draws the replay until the person quits. The terminal is already borrowed. */
export function mountReplay(props: Omit<ReplayAppProps, 'size'>, options: MountOptions): Promise<Leaving> {
  return mountScreen((size) => <ReplayApp {...props} size={size} />, options);
}
