import { expect, it } from 'vitest';
import { loadScenario } from '../../../../environments/scenario/loadScenario.ts';
import { findScenario } from '../../../../src/cli/scenarioFiles.ts';
import { openReplay } from '../../../../src/replay/replay.ts';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import { whyRows } from '../../../../src/ui/replay/panels/whyRows.ts';
import { personOf } from '../../../../src/ui/replay/personOf.ts';
import { textOf } from '../../../../src/ui/row.ts';

/** Stages there have several ways out. */
const program = loadScenario(findScenario('coupon-trap'));
const replay = openReplay({
  program,
  users: 60,
  seed: 's',
  label: 'none',
  actions: new Uint8Array(60 * 60),
});
const SENTENCE =
  /a ([\d.]+)% chance .*; the draw, ([\d.e-]+), fell into it \((?:below|from ([\d.e-]+) to) ([\d.]+)\)/;

it('whyRows() tells between which numbers the draw fell, as far apart as the chance is large, up to 1', () => {
  const looks = personOf(replay);
  const room = { width: 200, glyphs: glyphsOf('unicode') };
  let behindOthers = 0;
  for (let user = 0; user < 60; user++) {
    for (let day = 1; day <= (replay.life(user).leftOn ?? 60); day += 3) {
      const text = whyRows(program, looks(user, day), room).map(textOf).join('\n');
      const [, chance, draw, from = '0', upTo] = SENTENCE.exec(text) ?? [];
      if (chance === undefined) continue;
      expect(Number(draw)).toBeGreaterThanOrEqual(Number(from) - 1e-3);
      expect(Number(draw)).toBeLessThanOrEqual(Number(upTo) + 1e-3);
      expect(Number(upTo)).toBeLessThanOrEqual(1);
      expect(Number(upTo) - Number(from)).toBeLessThanOrEqual(Number(chance) / 100 + 1e-3);
      if (from !== '0') behindOthers++;
    }
  }
  expect(behindOthers).toBeGreaterThan(0);
});
