import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filmSvg } from '../../../../src/ui/picture/filmSvg.ts';
import { rowMarkup } from '../../../../src/ui/picture/rowMarkup.ts';
import { type Row, row, span } from '../../../../src/ui/row.ts';
import { elementsIn, parseXml, textIn, type XmlElement } from '../../../support/xml.ts';
import { anyRow } from './anyRow.ts';

const SECONDS = 0.5;
const REST = 2;
const film = (frames: readonly (readonly Row[])[]) =>
  filmSvg(frames, { columns: 40, title: 'a film', secondsEach: SECONDS });

/** Steps of every animation: from which part of the film on it is to be seen or not. */
function animationsOf(css: string): Map<string, [part: number, visible: boolean][]> {
  const found = css.matchAll(
    /@keyframes (\w+)\{((?:[\d.]+%\{visibility:\w+\})+)\}\n\.\1\{animation-name:\1\}/g,
  );
  return new Map(
    [...found].map(([, name, steps]) => [
      name,
      [...steps.matchAll(/([\d.]+)%\{visibility:(visible|hidden)\}/g)].map(([, part, what]) => [
        Number(part) / 100,
        what === 'visible',
      ]),
    ]),
  );
}

/** What is to be seen at a time, in seconds: the markup of the groups that are visible then. */
function seenAt(svg: string, seconds: number): string[] {
  const elements = elementsIn(parseXml(svg));
  const css = textIn(elements.find(({ name }) => name === 'style')!);
  const animations = animationsOf(css);
  const total = Number(/g\{animation:([\d.]+)s step-end infinite\}/.exec(css)?.[1]);
  const visible = ({ attributes }: XmlElement) =>
    !attributes['class'] ||
    animations.get(attributes['class'])!.findLast(([part]) => part <= seconds / total + 1e-9)![1];
  return elements
    .filter(({ name }) => name === 'g')
    .filter(visible)
    .flatMap(shapesIn);
}

/** What is to be seen where nothing moves. */
function seenStill(svg: string): string[] {
  const groups = elementsIn(parseXml(svg)).filter(({ name }) => name === 'g');
  return groups.filter(({ attributes }) => attributes['visibility'] !== 'hidden').flatMap(shapesIn);
}

const shapesIn = (element: XmlElement) =>
  elementsIn(element)
    .slice(1)
    .map((one) => JSON.stringify(one));
const still = (rows: readonly Row[]) => shapesIn(parseXml(`<svg>${rows.map(rowMarkup).join('')}</svg>`));
const same = (a: string[], b: string[]) => expect([...a].sort()).toEqual([...b].sort());

const count = (k: number) => [row('title'), row(span(`day ${k}`, 'strong')), row(k % 2 ? 'odd' : 'even')];
const DAYS = [0, 1, 2, 3].map(count);

describe('filmSvg()', () => {
  it('shows every frame at its time, and the last one while it rests', () => {
    const svg = film(DAYS);
    DAYS.forEach((rows, k) => {
      for (const part of [0, 0.5, 0.99]) same(seenAt(svg, (k + part) * SECONDS), still(rows));
    });
    same(seenAt(svg, DAYS.length * SECONDS + REST - 0.01), still(DAYS[3]));
  });

  it('writes what looks the same once, also when it comes back', () => {
    const svg = film(DAYS);
    for (const text of ['title', 'day 2', 'odd', 'even'])
      expect(svg.split(`>${text}</text>`)).toHaveLength(2);
  });

  it('shows the last frame where nothing moves', () => {
    same(seenStill(film(DAYS)), still(DAYS[3]));
    const css = elementsIn(parseXml(film(DAYS))).find(({ name }) => name === 'style');
    expect(textIn(css!)).toMatch(/^@media \(prefers-reduced-motion:no-preference\)\{[\s\S]*\}$/);
  });

  it('is as high as its highest frame and empty where a frame has fewer lines', () => {
    const svg = film([[row('a'), row('b')], [row('a')]]);
    expect(parseXml(svg).attributes['height']).toBe(String(2 * 16 + 2 * 16));
    same(seenAt(svg, 1.5 * SECONDS), still([row('a')]));
  });

  it('shows all of every frame and nothing else, whatever the rows hold', () => {
    const rows = fc.array(anyRow, { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 5 }), (frames) => {
        const svg = film(frames);
        frames.forEach((frame, k) => {
          same(seenAt(svg, (k + 0.5) * SECONDS), still(frame));
        });
        same(seenStill(svg), still(frames[frames.length - 1]));
        expect(film(frames)).toBe(svg);
      }),
      { numRuns: 60 },
    );
  });

  it('runs nothing and refers to nothing outside', () => {
    expect(film(DAYS)).not.toMatch(/<script|href|url\(|@import|\son\w+=/);
  });
});
