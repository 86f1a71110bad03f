import type { Output } from '../output.ts';
import { writePicture } from './writePicture.ts';

/**
 * Writes a picture that was asked for, and says where.
 *
 * @throws Error naming the file and the reason, where it cannot be written
 */
export function keepPicture(file: string, content: string, output: Output): void {
  writePicture(file, content);
  const bytes = Buffer.byteLength(content);
  if (output.json) output.printJson({ schema: 'tenure.picture/1', file, bytes });
  else output.print(`saved ${file} (${Math.ceil(bytes / 1000)} kB)`);
}
