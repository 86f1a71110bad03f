import { describe, expect, it } from 'vitest';
import { historyAfter, untold } from '../../../../src/training/trainingHistory.ts';
import { rowWidth, textOf } from '../../../../src/ui/row.ts';
import { trainRows } from '../../../../src/ui/train/trainRows.ts';
import { PANELS, type TrainState } from '../../../../src/ui/train/trainState.ts';
import { COUPON_TRAP, madeHistory } from '../../training/madeHistory.ts';
import { finished, goingBadly, goingWell, madeScreen } from './madeScreen.ts';

const histories = [goingWell(), goingBadly(), finished(), untold(goingWell().setup)];

describe('trainRows()', () => {
  it('is never wider than the terminal and leaves its last row free', () => {
    const changes: Partial<TrainState>[] = [
      ...PANELS.map((panel) => ({ panel })),
      { explaining: true, explainingTop: 7 },
      { help: true },
      { message: 'x'.repeat(300), paused: true },
    ];
    for (const history of [goingBadly(), finished()])
      for (const columns of [1, 7, 20, 39, 75, 80, 100, 133, 200])
        for (const height of [2, 3, 6, 13, 19, 24, 31, 60])
          for (const change of changes) {
            const rows = trainRows(madeScreen(history, [columns, height], change));
            expect(rows.length).toBeLessThanOrEqual(height - 1);
            expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(columns);
          }
  });

  it('fills the screen, so that keys stay at its bottom', () => {
    for (const history of histories)
      for (const size of [
        [80, 24],
        [100, 30],
        [120, 40],
        [200, 60],
      ] as const) {
        const rows = trainRows(madeScreen(history, size));
        expect(rows).toHaveLength(size[1] - 1);
        expect(textOf(rows[size[1] - 2])).toContain('q quit  ? help');
      }
  });

  it('shows the panel that has its turn where there is no room for all, and all where there is', () => {
    const texts = (columns: number, rows: number, change: Partial<TrainState> = {}) =>
      trainRows(madeScreen(goingWell(), [columns, rows], change))
        .map(textOf)
        .join('\n');
    const headings = [/── learning health/, /── decisions after episode 12/, /── stages on day 180/];
    for (const [k, panel] of (['health', 'actions', 'stages'] as const).entries())
      expect(headings.map((one) => one.test(texts(80, 24, { panel })))).toEqual(
        headings.map((_, other) => other === k),
      );
    for (const [columns, rows] of [
      [100, 30],
      [200, 60],
      [80, 60],
    ])
      expect(headings.every((one) => one.test(texts(columns, rows)))).toBe(true);
    expect(texts(80, 24)).toContain('tab panel');
    expect(texts(200, 60)).not.toContain('tab panel');
  });

  it('shows decisions by stage in their own place, or by turns with the stages, or with all panels', () => {
    const texts = (columns: number, rows: number, change: Partial<TrainState> = {}) =>
      trainRows(madeScreen(goingWell(), [columns, rows], change))
        .map(textOf)
        .join('\n');
    const [byStage, stages] = [/── decisions by stage, %/, /── stages on day 180/];
    const shown = (text: string) => [byStage.test(text), stages.test(text)];
    for (const panel of PANELS) expect(shown(texts(120, 40, { panel }))).toEqual([true, true]);
    expect(shown(texts(100, 30))).toEqual([false, true]);
    expect(shown(texts(100, 30, { panel: 'byStage' }))).toEqual([true, false]);
    expect(shown(texts(80, 24, { panel: 'byStage' }))).toEqual([true, false]);
    expect(texts(100, 30)).toContain('tab panel');
  });

  it('has no decisions by stage where one is taken for a whole product', () => {
    const product = { ...COUPON_TRAP, decision: { by: 'product', users: 60, every: 7 } as const };
    const history = untold({ ...goingWell().setup, program: product });
    for (const size of [
      [80, 24],
      [100, 30],
      [120, 40],
    ] as const) {
      const { context, ...screen } = madeScreen(history, size);
      expect(context.turns).not.toContain('byStage');
      expect(
        trainRows({ context, ...screen })
          .map(textOf)
          .join('\n'),
      ).not.toContain('by stage');
    }
  });

  it('shows what was trained before the run was resumed, and the last figures of it', () => {
    const { setup, episodes } = goingWell();
    const resumed = historyAfter(untold(setup), {
      kind: 'begun',
      earlier: episodes.map((episode) =>
        episode.episode % 3 === 0 ? { ...episode, validation: { return: 8, retention: 0.5 } } : episode,
      ),
    });
    const text = trainRows(madeScreen(resumed, [100, 30], { running: 0 }))
      .map(textOf)
      .join('\n');
    expect(text).toContain('checkpoint 12   learning   episode 13/30');
    expect(text).toMatch(/return {2}\S+ 8 ─/);
    expect(text).toMatch(/ 40% /);
    expect(text).toMatch(/ epsilon +\S+ +0\.2\b/);
    expect(text).not.toContain('/s ');
  });

  it('marks the figure that an alert is about', () => {
    const marked = trainRows(madeScreen(goingBadly(), [100, 30]))
      .map(textOf)
      .flatMap((line) => / (loss|Q mean|entropy|return) .* (\S+) ⚠/.exec(line)?.[1] ?? []);
    expect(marked).toEqual(['loss', 'Q mean', 'entropy']);
  });

  it('puts means of several episodes into one mark where there are more than columns, and says so', () => {
    const { setup } = goingWell();
    const long = madeHistory({ done: 90, setup: { ...setup, episodes: 90 } });
    const [title, returned] = trainRows(madeScreen(long, [100, 30]))
      .map(textOf)
      .filter((line) => / learning health| return {2}/.test(line))
      .slice(-2);
    expect(title).toContain('── learning health, means of 4 episodes ──');
    expect([...(/[▁-█]+/.exec(returned)?.[0] ?? '')]).toHaveLength(23);
  });
});
