import { describe, expect, it } from 'vitest';
import { plainBrowse } from '../../../../src/ui/browse/plainBrowse.ts';
import { NOW, RUNS, readRun, run, someLists } from './someLists.ts';

const options = { width: 100, glyphs: 'unicode', now: NOW } as const;

describe('plainBrowse()', () => {
  it('prints the three lists, everything in them read', async () => {
    const fresh = run('results/runs/coupon-trap/q-learning/seed-3-0000000f', readRun({ seed: '3' }), 0);
    const lists = { ...someLists(), runs: [fresh, ...RUNS] };
    const text = `${plainBrowse(lists, options).join('\n')}\n`;
    await expect(text).toMatchFileSnapshot('frames/plain-100.txt');
  });

  it('is no wider than asked, and ASCII where asked', () => {
    const lines = plainBrowse(someLists(), { ...options, width: 40, glyphs: 'ascii' });
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(40);
    expect(lines.join('\n')).toMatch(/^[\n -~]*$/);
  });

  it('says where there are no runs', () => {
    const [first] = plainBrowse(someLists({ runs: [] }), options);
    expect(first).toBe('there are no runs in results; make one with: tenure train coupon-trap');
  });
});
