import { describe, expect, it } from 'vitest';
import { compareView } from '../../../../src/ui/compare/compareView.ts';
import { aboutRow } from '../../../../src/ui/compare/panels/aboutRow.ts';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import { rowWidth, textOf } from '../../../../src/ui/row.ts';
import { examplePair } from './examplePair.ts';

const about = 'coupon for everyone on day 40';
const among = '1,523 of 2,000: stage:atRisk';
const view = { ...compareView(examplePair(60), 41, { about, among }), parted: 12, partedBy: 1308 };
const lineIn = (width: number, given = view) =>
  textOf(aboutRow(given, { width, glyphs: glyphsOf('unicode') }));

describe('aboutRow()', () => {
  it('shortens all other words before who is counted', () => {
    const wide = `${about}, among ${among}`;
    expect(lineIn(100)).toMatch(new RegExp(`^ ${wide} +1,308 parted so far, 12 today$`));
    expect(lineIn(90)).toMatch(new RegExp(`^ ${wide} +1,308 parted so far$`));
    expect(lineIn(80)).toBe(` ${wide} 1,308 parted`);
    expect(lineIn(77)).toBe(` coupon for everyone on da…, among ${among} 1,308 parted`);
    expect(lineIn(56)).toBe(` coupon for everyo…, among ${among}`);
  });

  it('keeps who is counted whole wherever there is room for it, and is never too wide', () => {
    for (let width = 1; width <= 140; width++) {
      const line = lineIn(width);
      if (width > among.length) expect(line).toContain(among);
      expect(rowWidth(aboutRow(view, { width, glyphs: glyphsOf('unicode') }))).toBeLessThanOrEqual(width);
    }
  });

  it('says of everyone no more than what is compared', () => {
    expect(lineIn(80, { ...view, among: undefined })).toMatch(
      /^ coupon for everyone on day 40 +1,308 parted so far, 12 today$/,
    );
  });
});
