import { expect, test } from 'vitest';
import { layOut } from '../../../environments/population/layout.ts';

const COLUMNS = [
  { name: 'a', type: 'f64' },
  { name: 'b', type: 'f32', width: 3 },
  { name: 'c', type: 'u8' },
  { name: 'd', type: 'i32' },
  { name: 'e', type: 'u32' },
] as const;

test.each([1, 3, 64, 1000])(
  'layOut(columns, %i) gives each column its own cache lines in one buffer',
  (users) => {
    const layout = layOut(COLUMNS, users);
    const views = [layout.f64('a'), layout.f32('b'), layout.u8('c'), layout.i32('d'), layout.u32('e')];
    expect(views.map((view) => view.constructor.name)).toEqual([
      'Float64Array',
      'Float32Array',
      'Uint8Array',
      'Int32Array',
      'Uint32Array',
    ]);
    expect(views.map((view) => view.length)).toEqual([users, 3 * users, users, users, users]);
    expect(layout.bytesPerUser).toBe(8 + 12 + 1 + 4 + 4);
    let end = 0;
    for (const view of views) {
      expect(view.buffer).toBe(layout.buffer);
      expect(view.byteOffset % 64).toBe(0);
      expect(view.byteOffset).toBeGreaterThanOrEqual(end);
      end = view.byteOffset + view.byteLength;
    }
    expect(layout.buffer.byteLength).toBeGreaterThanOrEqual(end);
  },
);

test('find(name) is undefined for what was not laid out', () => {
  const layout = layOut(COLUMNS, 2);
  expect(layout.find('b')).toBe(layout.f32('b'));
  expect(layout.find('constructor')).toBeUndefined();
});
