import type { Leaving } from '../leaving.ts';
import { type MountOptions, mountScreen } from '../mountScreen.tsx';
import { BrowseApp, type BrowseAppProps } from './BrowseApp.tsx';

/** Draws the lists until the person quits or opens something. The terminal is already borrowed. */
export function mountBrowse(props: Omit<BrowseAppProps, 'size'>, options: MountOptions): Promise<Leaving> {
  return mountScreen((size) => <BrowseApp {...props} size={size} />, options);
}
