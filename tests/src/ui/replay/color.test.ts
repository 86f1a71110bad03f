import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openReplay } from '../../../../src/replay/replay.ts';
import { keyContext } from '../../../../src/ui/replay/keyContext.ts';
import { personOf } from '../../../../src/ui/replay/personOf.ts';
import { initialReplayState } from '../../../../src/ui/replay/replayState.ts';
import { replayView } from '../../../../src/ui/replay/replayView.ts';
import { screenRows } from '../../../../src/ui/replay/screenRows.ts';
import { textOf } from '../../../../src/ui/row.ts';
import { rowAnsi } from '../../../../src/ui/rowAnsi.ts';
import { recordedEpisode } from '../../replay/recordedEpisode.ts';

const replay = openReplay(recordedEpisode(200, 60));
const looking = personOf(replay);
const CAN = { fork: true, against: true, kept: true, baseline: true, save: true };
const day = Array.from({ length: 61 }, (_, k) => k).find((k) => replay.frame(k).left > 1) ?? 0;
const size = { columns: 100, rows: 30 };
const input = {
  view: replayView(replay, { day, user: 7 }, looking),
  state: initialReplayState(day, 7),
  context: keyContext({ replay, size, glyphs: 'unicode', can: CAN, personOf: looking }),
  size,
  glyphs: 'unicode',
  command: '',
} as const;
const colored = screenRows(input).map((line) => rowAnsi(line, true));

describe('a replay in color', () => {
  it('says the same without its colors', () => {
    const plain = colored.map((line) => stripVTControlCharacters(line).trimEnd());
    expect(plain).toEqual(screenRows(input).map(textOf));
  });

  it('sets off names, bars and losses', () => {
    const line = colored.find((text) => /→ \d+ churned/.test(text)) ?? '';
    expect(line.replaceAll('\x1b', '␛').trimEnd()).toMatchInlineSnapshot(
      `" ␛[1mN␛[22m new      197␛[2m    −2␛[22m   98.5%  ␛[36m█████████████████████▋␛[39m  ␛[31m→ 2 churned␛[39m"`,
    );
  });

  it('changes color seldom within a line', () => {
    for (const line of colored) expect(line.split('\x1b').length).toBeLessThan(30);
  });
});
