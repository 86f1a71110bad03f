import type { Leaving } from '../leaving.ts';
import { type MountOptions, mountScreen } from '../mountScreen.tsx';
import { TrainApp, type TrainAppProps } from './TrainApp.tsx';

/** Draws a training until the person quits. The terminal is already borrowed. */
export function mountTrain(props: Omit<TrainAppProps, 'size'>, options: MountOptions): Promise<Leaving> {
  return mountScreen((size) => <TrainApp {...props} size={size} />, options);
}
