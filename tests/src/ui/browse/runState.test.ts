import { describe, expect, it } from 'vitest';
import { detailRows } from '../../../../src/ui/browse/detailRows.ts';
import { runState } from '../../../../src/ui/browse/runState.ts';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import { textOf } from '../../../../src/ui/row.ts';
import { readRun, run } from './someLists.ts';

const unfinished = (episode: number) => readRun({ result: undefined, episode });

describe('runState()', () => {
  it('tells a run that is not evaluated from one that is still to be trained', () => {
    expect([readRun(), unfinished(29), unfinished(30)].map(runState)).toEqual([
      'finished',
      'at 29/30',
      'not evaluated',
    ]);
  });

  it('stands in the details in full', () => {
    const told = run('a', unfinished(30));
    told.read();
    const rows = detailRows(told, '', { width: 100, glyphs: glyphsOf('unicode') }).map(textOf);
    expect(rows[1]).toBe(
      ' result     unfinished: all 30 episodes are trained, only the evaluation is missing',
    );
  });
});
