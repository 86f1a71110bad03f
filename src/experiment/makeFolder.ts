import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those it stands in, where they are missing.
 *
 * One level at a time: on Node 20 the recursive option never returns where a file system answers that the folder it
 * has just been asked to make does not exist, as /proc does.
 *
 * @throws the system's error, naming the folder that cannot be made
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process was quicker.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw Object.assign(new Error(`the folder ${path} cannot be made`), { code });
    if (code !== 'EEXIST') throw error;
  }
}
