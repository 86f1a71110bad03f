import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../../../src/experiment/makeFolder.ts';

const place = mkdtempSync(join(tmpdir(), 'tenure-folder-'));
afterAll(() => rmSync(place, { recursive: true }));

describe('makeFolder()', () => {
  it('makes a folder and those it stands in', () => {
    makeFolder(join(place, 'a/b/c'));
    expect(existsSync(join(place, 'a/b/c'))).toBe(true);
  });

  it('leaves a folder that is there', () => {
    writeFileSync(join(place, 'kept'), '1');
    makeFolder(place);
    expect(existsSync(join(place, 'kept'))).toBe(true);
  });

  it('names the folder that cannot be made below a file', () => {
    expect(() => makeFolder(join(place, 'kept/below'))).toThrow(/ENOTDIR.*below/);
  });

  it.runIf(existsSync('/proc/self'))('ends where the file system denies what it was asked to make', () => {
    expect(() => makeFolder('/proc/x/runs')).toThrow('the folder /proc/x cannot be made');
  });
});
