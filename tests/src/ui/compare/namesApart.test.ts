import { expect, it } from 'vitest';
import { namesApart } from '../../../../src/ui/compare/namesApart.ts';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';

const glyphs = glyphsOf('unicode');
const cut = (a: string, b: string, most: number) => {
  const names = namesApart({ a, b }, { a: most, b: most }, glyphs);
  return [names.a, names.b];
};

it('leaves names alone that fit', () => {
  expect(cut('q-learning', 'none', 10)).toEqual(['q-learning', 'none']);
});

it('cuts the ends of names that differ before them', () => {
  expect(cut('episodes 4, q-learning', 'episodes 16, q-learning', 14)).toEqual([
    'episodes 4, q…',
    'episodes 16, …',
  ]);
});

it('cuts what names have in common where their ends tell them apart', () => {
  expect(cut('q-learning seed-7-38de3bd6', 'q-learning seed-7-38de99d6', 12)).toEqual([
    '…-7-38de3bd6',
    '…-7-38de99d6',
  ]);
  expect(cut('dqn seed-7-1', 'dqn seed-7-2', 6)).toEqual(['…d-7-1', '…d-7-2']);
});

it('tells apart what can be told apart, however narrow', () => {
  for (let most = 3; most < 40; most++) {
    const [a, b] = cut('targetUpdateInterval 100, dqn', 'targetUpdateInterval 200, dqn', most);
    expect(a).not.toBe(b);
    expect(Math.max(a.length, b.length)).toBeLessThanOrEqual(most);
  }
});

it('leaves equal names equal', () => {
  expect(cut('q-learning seed-7', 'q-learning seed-7', 8)).toEqual(['q-learn…', 'q-learn…']);
});
