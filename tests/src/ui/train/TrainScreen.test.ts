import { describe, expect, it } from 'vitest';
import { untold } from '../../../../src/training/trainingHistory.ts';
import { trainRows } from '../../../../src/ui/train/trainRows.ts';
import { PANELS } from '../../../../src/ui/train/trainState.ts';
import { drawn } from '../drawn.ts';
import { finished, goingBadly, goingWell, madeScreen } from './madeScreen.ts';

const draw = (...screen: Parameters<typeof madeScreen>) => drawn(trainRows(madeScreen(...screen)));

describe('TrainScreen', () => {
  it.each(PANELS)('draws 80×24, where panels take turns: %s', async (panel) => {
    const frame = draw(goingWell(), [80, 24], { panel });
    await expect(frame).toMatchFileSnapshot(`frames/80x24-${panel}.txt`);
  });

  it.each([
    [100, 30],
    [120, 40],
    [200, 60],
    [80, 60],
  ])('draws %i×%i, with all panels at once', async (columns, rows) => {
    const frame = draw(goingWell(), [columns, rows]);
    await expect(frame).toMatchFileSnapshot(`frames/${columns}x${rows}.txt`);
  });

  it('draws decisions by stage in the place of the stages where there is no other', async () => {
    const frame = draw(goingWell(), [100, 30], { panel: 'byStage' });
    await expect(frame).toMatchFileSnapshot('frames/100x30-byStage.txt');
  });

  it('draws with ASCII only where asked', async () => {
    for (const history of [goingWell(), goingBadly(), finished()]) {
      expect(draw(history, [100, 30], {}, 'ascii')).toMatch(/^[\n -~]*$/);
      expect(draw(history, [80, 24], { explaining: true }, 'ascii')).toMatch(/^[\n -~]*$/);
      expect(draw(history, [80, 24], { help: true }, 'ascii')).toMatch(/^[\n -~]*$/);
    }
    await expect(draw(goingWell(), [100, 30], {}, 'ascii')).toMatchFileSnapshot('frames/100x30-ascii.txt');
  });

  it('draws what is known before the first day', async () => {
    const { setup } = goingWell();
    const frame = draw(untold(setup), [80, 24], { running: 0 });
    await expect(frame).toMatchFileSnapshot('frames/80x24-preparing.txt');
  });

  it('draws alerts, and what they mean', async () => {
    await expect(draw(goingBadly(), [100, 30])).toMatchFileSnapshot('frames/100x30-alerts.txt');
    await expect(draw(goingBadly(), [100, 30], { explaining: true })).toMatchFileSnapshot(
      'frames/100x30-explained.txt',
    );
  });

  it('draws the result', async () => {
    await expect(draw(finished(), [80, 24])).toMatchFileSnapshot('frames/80x24-finished.txt');
    await expect(draw(finished(), [120, 40])).toMatchFileSnapshot('frames/120x40-finished.txt');
  });

  it('draws help, with reasons for keys that do nothing now', async () => {
    await expect(draw(finished(), [100, 30], { help: true })).toMatchFileSnapshot('frames/100x30-help.txt');
  });

  it('says in words what is paused', () => {
    expect(draw(goingWell(), [80, 24], { paused: true })).toMatch(/ paused {3}episode 13\/30$/m);
  });
});
