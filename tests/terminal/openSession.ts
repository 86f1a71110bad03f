import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { Session, type SessionOptions } from './session.ts';

/**
 * Runs the built program in a folder of its own that holds one run, until the test is over.
 *
 * @param words behind the program's name; may be empty
 */
export function openSession(words: string, options: Omit<SessionOptions, 'folder'> = {}): Session {
  const folder = temporaryFolder();
  cpSync(inject('results'), join(folder, 'results'), { recursive: true });
  const session = new Session(words.split(' ').filter(Boolean), { ...options, folder });
  onTestFinished(() => session.close());
  return session;
}
