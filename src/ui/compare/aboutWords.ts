import type { CompareWords } from './compareView.ts';

/** What is compared, and among whom, in a few words; empty where that is not said. */
export function aboutWords({ about = '', among }: Pick<CompareWords, 'about' | 'among'>): string {
  return among === undefined ? about : `${about}, among ${among}`;
}
