import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeAtomically } from '../../../src/experiment/atomicFile.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

describe('writeAtomically(file, content)', () => {
  it('writes text or bytes, makes the folders on the way, and leaves nothing else', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'a', 'b', 'note.txt');
    writeAtomically(file, 'grüße\n');
    expect(readFileSync(file, 'utf8')).toBe('grüße\n');
    writeAtomically(file, Uint8Array.of(0, 255, 10));
    expect([...readFileSync(file)]).toEqual([0, 255, 10]);
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['note.txt']);
  });

  it('replaces longer content by shorter', () => {
    const file = join(temporaryFolder(), 'note');
    writeAtomically(file, 'x'.repeat(10_000));
    writeAtomically(file, '');
    expect(readFileSync(file)).toHaveLength(0);
  });

  it('keeps what is there, and no half-written file beside it, when the last step fails', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'taken');
    mkdirSync(file);
    writeFileSync(join(file, 'content'), 'old');
    expect(() => writeAtomically(file, 'new')).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
    expect(readdirSync(folder)).toEqual(['taken']);
    expect(readFileSync(join(file, 'content'), 'utf8')).toBe('old');
  });

  it('keeps the old content when the disk takes no more', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'note');
    writeAtomically(file, 'old');
    // /dev/full opens, and fails every write as a full disk does.
    symlinkSync('/dev/full', `${file}.${process.pid}.tmp`);
    expect(() => writeAtomically(file, 'new')).toThrow(expect.objectContaining({ code: 'ENOSPC' }));
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['note']);
  });

  it('names the file where part of its path is a file', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(() => writeAtomically(join(folder, 'file', 'below', 'note'), 'new')).toThrow(
      expect.objectContaining({ code: 'ENOTDIR', path: join(folder, 'file', 'below') }),
    );
  });
});
