import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LESSONS } from '../../../src/learn/lessons.ts';
import { locked, NO_PROGRESS, progressIn, withLesson } from '../../../src/learn/progress.ts';
import { progressFile, readProgress, writeProgress } from '../../../src/learn/progressFile.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const [lesson] = LESSONS;
const own = locked(lesson, progressIn(NO_PROGRESS, lesson), { kept: 17, first: 'none' });
const progress = withLesson(NO_PROGRESS, lesson.name, own);

describe('the progress file', () => {
  it('gives back what was written', () => {
    const results = temporaryFolder();
    expect(readProgress(results)).toEqual({ progress: NO_PROGRESS });
    writeProgress(results, progress);
    expect(readProgress(results)).toEqual({ progress });
    expect(readdirSync(results)).toEqual(['learn.json']);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, 100), /JSON/],
    ['empty', () => '', /JSON/],
    ['of another kind', () => '{"schema":"tenure.runs/1","lessons":{}}', /schema/],
    ['with an impossible step', (text: string) => text.replace('"see"', '"saw"'), /lessons.policy.step/],
  ])('that is %s is told and put aside, and nothing of it is lost', (_, spoil, reason) => {
    const results = temporaryFolder();
    writeProgress(results, progress);
    const file = progressFile(results);
    const spoilt = spoil(readFileSync(file, 'utf8'));
    writeFileSync(file, spoilt);
    const { progress: found, remark } = readProgress(results);
    expect(found).toEqual(NO_PROGRESS);
    expect(remark).toMatch(reason);
    expect(remark).toContain(`${file}.broken-1`);
    expect(readFileSync(`${file}.broken-1`, 'utf8')).toBe(spoilt);
    expect(existsSync(file)).toBe(false);
  });

  it('puts a second broken file beside the first', () => {
    const results = temporaryFolder();
    mkdirSync(results, { recursive: true });
    for (const text of ['one', 'two']) {
      writeFileSync(progressFile(results), text);
      readProgress(results);
    }
    const kept = [1, 2].map((k) => readFileSync(join(results, `learn.json.broken-${k}`), 'utf8'));
    expect(kept).toEqual(['one', 'two']);
  });
});
