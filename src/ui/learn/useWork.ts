import { useEffect, useRef, useState } from 'react';
import type { Lesson, Workbench } from '../../learn/lesson.ts';
import type { LessonProgress } from '../../learn/progress.ts';
import type { Shown } from './learnState.ts';

/** Milliseconds of computing between two looks at the keyboard, and the pause for them. */
const SLICE = 40;
const PAUSE = 5;
const WORKING: Shown = { kind: 'working', part: 0 };

/** Reveals that were computed before, so that looking back is free. */
const KEPT = 20;

/**
 * Computes what a step shows, in slices, so that keys are heard meanwhile. A new step or setting begins anew.
 *
 * @param wanted whether anything is shown at all
 * @throws in rendering, what went wrong in computing
 */
export function useWork(lesson: Lesson, own: LessonProgress, bench: Workbench, wanted: boolean): Shown {
  const [found, setFound] = useState<ReadonlyMap<string, Shown>>(new Map());
  const [failure, setFailure] = useState<unknown>();
  const { step, settings, predictions } = own;
  const key = wanted ? keyOf(lesson, own, bench.seed) : undefined;
  const known = key === undefined ? WORKING : found.get(key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the work depends on
  useEffect(() => {
    if (key === undefined || known?.kind === 'sandbox' || known?.kind === 'outcome') return undefined;
    const keep = (shown: Shown) => setFound((all) => new Map([...[...all].slice(-KEPT), [key, shown]]));
    const work =
      step === 'do' ? sandboxOf(lesson, bench, settings) : outcomeOf(lesson, bench, settings, predictions);
    let timer = setTimeout(advance, PAUSE);
    function advance() {
      try {
        const shown = slice(work);
        keep(shown);
        if (shown.kind === 'working') timer = setTimeout(advance, PAUSE);
      } catch (error) {
        setFailure(error);
      }
    }
    return () => clearTimeout(timer);
  }, [key]);
  if (failure) throw failure;
  return useLastSandbox(known ?? WORKING, step === 'do' ? lesson.name : undefined);
}

/** While new settings are tried, what the last ones led to stays on the screen. */
function useLastSandbox(shown: Shown, sandbox: string | undefined): Shown {
  const last = useRef<{ readonly of: string | undefined; readonly shown: Shown }>({ of: undefined, shown });
  if (sandbox !== undefined && shown.kind === 'sandbox') last.current = { of: sandbox, shown };
  return shown.kind === 'working' && sandbox !== undefined && last.current.of === sandbox
    ? last.current.shown
    : shown;
}

function keyOf(
  { name }: Lesson,
  { step, settings, predictions }: LessonProgress,
  seed: string,
): string | undefined {
  if (step === 'do') return JSON.stringify([name, seed, settings]);
  return step === 'predict' ? undefined : JSON.stringify([name, seed, settings, predictions]);
}

type Steps = Generator<number, Shown>;

function* sandboxOf(lesson: Lesson, bench: Workbench, settings: LessonProgress['settings']): Steps {
  return { kind: 'sandbox', blocks: yield* lesson.sandbox(bench, settings) };
}

function* outcomeOf(
  lesson: Lesson,
  bench: Workbench,
  settings: LessonProgress['settings'],
  predictions: LessonProgress['settings'] = {},
): Steps {
  return { kind: 'outcome', outcome: yield* lesson.reveal(bench, settings, predictions) };
}

function slice(work: Steps): Shown {
  const end = performance.now() + SLICE;
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    if (performance.now() > end) return { kind: 'working', part: next.value };
  }
}
