import { describe, expect, it } from 'vitest';
import { initialValues, stepped, valueText } from '../../../src/learn/control.ts';
import { STEPS } from '../../../src/learn/lesson.ts';
import { LESSONS } from '../../../src/learn/lessons.ts';
import { finish } from '../../../src/learn/work.ts';
import { benchOf } from './bench.ts';

/** Columns before and around a value on the screen. */
const FRAME = 7;

it('there are nine lessons, numbered, each with a name of its own', () => {
  expect(LESSONS.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(new Set(LESSONS.map(({ name }) => name)).size).toBe(9);
});

describe.each(LESSONS.map((lesson) => [lesson.name, lesson] as const))('lesson %s', (_, lesson) => {
  it('has an initial value for every control, and none for a question', () => {
    expect(Object.keys(initialValues(lesson.controls))).toEqual(lesson.controls.map(({ name }) => name));
    expect(initialValues(lesson.questions)).toEqual({});
    expect(lesson.questions.length).toBeGreaterThan(0);
  });

  it('asks in lines that 80 columns hold, whatever the answer', () => {
    for (const controls of [lesson.controls, lesson.questions]) {
      const label = Math.max(...controls.map(({ ask }) => ask.length));
      for (const control of controls) {
        const values = control.kind === 'choice' ? control.choices.map(({ value }) => value) : control.range;
        for (const value of values)
          expect(label + valueText(control, value).length + FRAME).toBeLessThanOrEqual(80);
      }
    }
  });

  it('has a hint for every step', () => {
    for (const step of STEPS) expect(lesson.hints[step].length).toBeGreaterThan(20);
  });

  it('shows in the sandbox what a change leads to, the same for the same settings', () => {
    const settings = initialValues(lesson.controls);
    const show = (values: typeof settings) => finish(lesson.sandbox(benchOf('1'), values));
    const before = show(settings);
    expect(show(settings)).toEqual(before);
    const changes = lesson.controls.flatMap((control) =>
      ([1, -1] as const).map((by) => ({
        ...settings,
        [control.name]: stepped(control, settings[control.name], by),
      })),
    );
    expect(changes.some((changed) => JSON.stringify(show(changed)) !== JSON.stringify(before))).toBe(true);
  });

  it('says of its work how much is done, never less than before', () => {
    const predictions = Object.fromEntries(
      lesson.questions.map((one) => [one.name, stepped(one, undefined, 1)]),
    );
    const work = lesson.reveal(benchOf('few'), initialValues(lesson.controls), predictions);
    const parts: number[] = [];
    for (let k = 0; k < 3; k++) {
      const next = work.next();
      if (!next.done) parts.push(next.value);
    }
    expect(parts.length).toBeGreaterThan(0);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.every((part) => part >= 0 && part <= 1)).toBe(true);
  });
});
