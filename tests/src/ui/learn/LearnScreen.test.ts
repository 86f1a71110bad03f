import { describe, expect, it } from 'vitest';
import { initialValues } from '../../../../src/learn/control.ts';
import { LESSONS } from '../../../../src/learn/lessons.ts';
import { finish } from '../../../../src/learn/work.ts';
import { learnRows, linesOf } from '../../../../src/ui/learn/learnRows.ts';
import { type LearnState, openProgress, type Shown } from '../../../../src/ui/learn/learnState.ts';
import { benchOf } from '../../learn/bench.ts';
import { drawn } from '../drawn.ts';
import { opened, pressed } from './bench.ts';

type Glyphs = 'unicode' | 'ascii';

/** What has been computed for a state, at once. */
function shownIn(state: LearnState): Shown {
  const { step, settings, predictions } = openProgress(state, LESSONS);
  const lesson = LESSONS[state.lesson];
  if (step === 'do') return { kind: 'sandbox', blocks: finish(lesson.sandbox(benchOf('1'), settings)) };
  if (step === 'predict') return { kind: 'working', part: 0 };
  return { kind: 'outcome', outcome: finish(lesson.reveal(benchOf('1'), settings, predictions ?? {})) };
}

function draw(
  state: LearnState,
  columns: number,
  rows: number,
  shown = shownIn(state),
  glyphs: Glyphs = 'unicode',
) {
  const size = { columns, rows };
  return drawn(learnRows({ state, lessons: LESSONS, shown, size, glyphs }));
}

const answers = ['return', 'right', 'down', 'right', 'return'];
const STATES: Readonly<Record<string, LearnState>> = {
  do: opened(1),
  predict: pressed(opened(1), ['return', 'right', 'down']),
  see: pressed(opened(2), answers),
  explain: pressed(opened(2), [...answers, 'return']),
  arrows: pressed(opened(3), answers),
  list: pressed(pressed(opened(2), [...answers, 'return']), ['l', 'down']),
  help: pressed(opened(1), ['?']),
  hint: pressed(opened(1), ['h']),
};
const SHOWN = Object.fromEntries(Object.entries(STATES).map(([name, state]) => [name, shownIn(state)]));

describe('LearnScreen', () => {
  it.each(Object.keys(STATES))('draws %s at 80×24 and 120×40', async (name) => {
    await expect(draw(STATES[name], 80, 24, SHOWN[name])).toMatchFileSnapshot(`frames/80x24-${name}.txt`);
    await expect(draw(STATES[name], 120, 40, SHOWN[name])).toMatchFileSnapshot(`frames/120x40-${name}.txt`);
  });

  it.each(Object.keys(STATES))('draws %s with ASCII only where asked', (name) => {
    expect(draw(STATES[name], 80, 24, SHOWN[name], 'ascii')).toMatch(/^[\n -~]*$/);
  });

  it('says less, not more, on a screen that is too small', () => {
    for (const name of Object.keys(STATES)) {
      for (const [columns, rows] of [
        [1, 2],
        [20, 12],
        [47, 24],
        [79, 5],
        [133, 45],
      ]) {
        const lines = draw(STATES[name], columns, rows, SHOWN[name]).slice(0, -1).split('\n');
        expect(lines.length).toBeLessThanOrEqual(rows - 1);
        expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(columns);
      }
    }
  });

  it('shows that something is computed, how much of it, and what was said', () => {
    const frame = draw(STATES['see'], 80, 24, { kind: 'working', part: 0.429 });
    expect(frame).toContain('computing, 42 %');
    expect(frame).toContain('gamma 0.99: where does it gain most');
  });

  it('shows the rest of what is too long once it is scrolled to', () => {
    const size = { columns: 80, rows: 12 };
    const input = {
      state: STATES['explain'],
      lessons: LESSONS,
      shown: SHOWN['explain'],
      size,
      glyphs: 'unicode',
    } as const;
    const { room, lines } = linesOf(input);
    expect(lines).toBeGreaterThan(room);
    expect(draw(input.state, 80, 12, input.shown)).toMatch(/\d+ more lines below; space scrolls/);
    const end = draw({ ...input.state, top: lines - room }, 80, 12, input.shown);
    expect(end).toContain('tenure solve warm-and-cold --discount 0.99');
    expect(end).not.toContain('more lines below');
  });

  it.each(LESSONS.map((lesson, k) => [lesson.name, k] as const))(
    'shows the sandbox of %s whole at 80×24',
    (_, k) => {
      const state = opened(k);
      const shown = shownIn(state);
      const lines = linesOf({
        state,
        lessons: LESSONS,
        shown,
        size: { columns: 80, rows: 24 },
        glyphs: 'unicode',
      });
      expect(lines.lines).toBeLessThanOrEqual(lines.room);
      expect(initialValues(LESSONS[k].controls)).toEqual(openProgress(state, LESSONS).settings);
    },
  );
});
