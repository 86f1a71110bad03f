import { writeAtomically } from '../../experiment/atomicFile.ts';
import { reasonOf } from '../failure.ts';

/**
 * Writes a picture, in place of one that was there.
 *
 * @throws Error naming the file and the reason, where it cannot be written
 */
export function writePicture(file: string, content: string): void {
  try {
    writeAtomically(file, content);
  } catch (error) {
    throw new Error(`${file} cannot be written: ${whyNot(error as NodeJS.ErrnoException)}`, { cause: error });
  }
}

function whyNot(error: NodeJS.ErrnoException): string {
  // Missing folders are made, so that what is missing is one that can be.
  if (error.code === 'ENOENT') return 'its folder is not there and cannot be made';
  return reasonOf(error) ?? error.message;
}
