import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../experiment/atomicFile.ts';
import { STEPS } from './lesson.ts';
import { NO_PROGRESS, type Progress } from './progress.ts';

const SCHEMA = 'tenure.learn/1';

const values = z.record(z.string(), z.union([z.string(), z.number()]));
const locked = z.object({ seed: z.string(), settings: values, predictions: values });
const shape = z.object({
  schema: z.literal(SCHEMA),
  current: z.string().optional(),
  lessons: z.record(
    z.string(),
    z.object({
      seed: z.string(),
      step: z.enum(STEPS),
      settings: values,
      predictions: values.optional(),
      done: z.boolean(),
      earlier: z.array(locked),
    }),
  ),
});

/** The file that keeps the progress, in the results folder. */
export function progressFile(results: string): string {
  return join(results, 'learn.json');
}

/** What was kept, and what there is to say about it. */
export interface ReadProgress {
  readonly progress: Progress;
  /** the file was broken, and where it is now */
  readonly remark?: string;
}

/**
 * Reads the progress; none if there is no file. A file that cannot be understood is put aside under another name, so
 * that nothing in it is lost, and told.
 */
export function readProgress(results: string): ReadProgress {
  const file = progressFile(results);
  if (!existsSync(file)) return { progress: NO_PROGRESS };
  const why = { reason: '' };
  const kept = parse(readFileSync(file, 'utf8'), why);
  if (kept) return { progress: kept };
  const aside = freeName(file);
  renameSync(file, aside);
  return {
    progress: NO_PROGRESS,
    remark: `${file} cannot be read (${why.reason}); it is kept as ${aside}, and the lessons begin anew`,
  };
}

/** Keeps the progress: a reader, or a crash at any moment, sees the old file or the new. */
export function writeProgress(results: string, { current, lessons }: Progress): void {
  writeAtomically(
    progressFile(results),
    `${JSON.stringify({ schema: SCHEMA, current, lessons }, null, 2)}\n`,
  );
}

function parse(content: string, why: { reason: string }): Progress | undefined {
  try {
    const found = shape.safeParse(JSON.parse(content));
    if (found.success) return asProgress(found.data);
    const [issue] = found.error.issues;
    why.reason = `${issue.path.join('.') || 'the document'}: ${issue.message}`;
  } catch (error) {
    why.reason = (error as Error).message;
  }
  return undefined;
}

function asProgress({ current, lessons }: z.infer<typeof shape>): Progress {
  const cleaned = Object.entries(lessons).map(([name, { predictions, ...rest }]) => [
    name,
    predictions ? { ...rest, predictions } : rest,
  ]);
  return { current, lessons: Object.fromEntries(cleaned) };
}

function freeName(file: string): string {
  for (let k = 1; ; k++) {
    const name = `${file}.broken-${k}`;
    if (!existsSync(name)) return name;
  }
}
