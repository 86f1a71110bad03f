import type { RunRecord } from '../experiment/runRecord.ts';

declare const TENURE_VERSION: string | undefined;
declare const TENURE_COMMIT: string | null | undefined;

/** Version and commit are put in when the program is built. */
export const VERSION: string = typeof TENURE_VERSION === 'string' ? TENURE_VERSION : '0.0.0-source';
export const COMMIT: string | null = typeof TENURE_COMMIT === 'string' ? TENURE_COMMIT : null;

/** Whether a run was made by this very program: another one may come to other results from the same configuration. */
export function madeHere({ versions }: RunRecord): boolean {
  return versions.tenure === VERSION && versions.commit === COMMIT;
}
