import type { Leaving } from '../ui/leaving.ts';

/** The exit code that says how a screen was left: 0, or 130 as after Ctrl-C anywhere else. */
export function leavingCode(leaving: Leaving): number {
  return leaving === 'interrupted' ? 130 : 0;
}
