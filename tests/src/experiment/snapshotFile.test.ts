import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot, SnapshotValue } from '../../../environments/contract.ts';
import { decodeSnapshot, encodeSnapshot } from '../../../src/experiment/snapshotFile.ts';

const name = fc.string({ maxLength: 20 }).filter((text) => !(text in Object.prototype));
const value: fc.Arbitrary<SnapshotValue> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.string(),
  fc.float64Array({ maxLength: 20 }),
  fc.float32Array({ maxLength: 20 }),
  fc.uint32Array({ maxLength: 20 }),
  fc.uint8Array({ maxLength: 20 }),
);
const snapshots: fc.Arbitrary<Snapshot> = fc.dictionary(name, value, { maxKeys: 6, noNullPrototype: true });

const SAMPLE: Snapshot = { values: Float64Array.of(1.5, -2, 3), visits: Uint32Array.of(7, 8), day: 42 };

/** A snapshot file with a header and bytes of one's own. */
function fileWith(header: unknown, body: Uint8Array = new Uint8Array(0)): Uint8Array {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  return Buffer.concat([Buffer.from(`TENURE-SNAPSHOT-1\n${text}\n`), body]);
}

describe('encodeSnapshot() and decodeSnapshot()', () => {
  it('give back any snapshot: numbers, texts and arrays of every type', () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        expect(decodeSnapshot(encodeSnapshot(snapshot))).toEqual(snapshot);
      }),
      { numRuns: 500 },
    );
  });

  it('give back the same from a part of a larger buffer, which files are read into', () => {
    const bytes = encodeSnapshot(SAMPLE);
    const pool = Buffer.concat([Buffer.alloc(13, 0xff), bytes, Buffer.alloc(5, 0xff)]);
    expect(decodeSnapshot(pool.subarray(13, 13 + bytes.length))).toEqual(SAMPLE);
    expect(decodeSnapshot(Uint8Array.from(bytes))).toEqual(SAMPLE);
  });

  it('give arrays that do not change with the file they came from', () => {
    const bytes = encodeSnapshot(SAMPLE);
    const decoded = decodeSnapshot(bytes);
    bytes.fill(0);
    expect(decoded).toEqual(SAMPLE);
  });

  it('take a view into a larger array for no more than it is', () => {
    const view = Float64Array.of(1, 2, 3, 4).subarray(1, 3);
    expect(decodeSnapshot(encodeSnapshot({ view }))).toEqual({ view: Float64Array.of(2, 3) });
  });
});

describe('encodeSnapshot()', () => {
  it.each([Number.NaN, Infinity, -Infinity])('refuses %d, which JSON has no form for', (wrong) => {
    expect(() => encodeSnapshot({ day: wrong })).toThrow(
      `expected "day" of the snapshot to be finite, got ${wrong}`,
    );
  });
});

describe('decodeSnapshot()', () => {
  it('refuses a file that is cut off at any byte', () => {
    const bytes = encodeSnapshot(SAMPLE);
    for (let length = 0; length < bytes.length; length++)
      expect(() => decodeSnapshot(bytes.subarray(0, length)), `${length} bytes`).toThrow(RangeError);
  });

  it.each([
    ['another format', Buffer.from('{"values":[1,2,3]}\n'), 'this is not a snapshot file'],
    ['another version', Buffer.from('TENURE-SNAPSHOT-2\n[]\n'), 'this is not a snapshot file'],
    ['no header', Buffer.from('TENURE-SNAPSHOT-1\n[]'), 'the snapshot has no header'],
    ['a header without an end', fileWith(`["${'x'.repeat(1 << 20)}"]`), 'the snapshot has no header'],
    ['a header that is not JSON', fileWith('[{]'), "the snapshot's header is not JSON"],
    ['bytes left over', fileWith([], Uint8Array.of(1)), 'the snapshot has bytes left over'],
    [
      'less than its header names',
      fileWith([{ name: 'a', array: 'Float64Array', length: 2 }], new Uint8Array(15)),
      'the snapshot is cut off in "a"',
    ],
    [
      'an array larger than any memory',
      fileWith([{ name: 'a', array: 'Float64Array', length: 2 ** 52 }]),
      'the snapshot is cut off in "a"',
    ],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => decodeSnapshot(bytes)).toThrow(new RangeError(message));
  });

  it.each([
    ['an object', {}],
    ['nothing', null],
    ['an entry that is none', [null]],
    ['an entry without a name', [{ value: 1 }]],
    ['an entry without a value', [{ name: 'a' }]],
    ['a value of another type', [{ name: 'a', value: { b: 1 } }]],
    ['a type of array that is none', [{ name: 'a', array: 'Function', length: 1 }]],
    ['a type of array from the prototype', [{ name: 'a', array: 'constructor', length: 1 }]],
    ['a negative length', [{ name: 'a', array: 'Uint8Array', length: -1 }]],
    ['a broken length', [{ name: 'a', array: 'Uint8Array', length: 0.5 }]],
    ['a length that is a text', [{ name: 'a', array: 'Uint8Array', length: '1' }]],
    ['no length', [{ name: 'a', array: 'Uint8Array' }]],
    ['a name from the prototype', [{ name: '__proto__', value: 1 }]],
  ])('refuses a header with %s', (_, header) => {
    expect(() => decodeSnapshot(fileWith(header))).toThrow(
      new RangeError("the snapshot's header does not name its parts"),
    );
  });

  it('never does more than refuse, whatever the bytes', () => {
    const header = fc.json({ maxDepth: 3 });
    fc.assert(
      fc.property(header, fc.uint8Array({ maxLength: 40 }), (text, body) => {
        try {
          decodeSnapshot(fileWith(text, body));
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});
