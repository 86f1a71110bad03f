import type { Snapshot, SnapshotValue } from '../../environments/contract.ts';

/** First bytes of a snapshot file: format and version. */
const MAGIC = 'TENURE-SNAPSHOT-1\n';
const MAX_HEADER = 1024 * 1024;

const ARRAYS = { Float64Array, Float32Array, Uint32Array, Uint8Array } as const;
type ArrayName = keyof typeof ARRAYS;

interface Entry {
  readonly name: string;
  readonly value?: number | string;
  readonly array?: ArrayName;
  readonly length?: number;
}

/**
 * A snapshot as bytes: a line of JSON that names the parts, then the arrays one after the other.
 *
 * @throws RangeError naming a number that JSON has no form for
 */
export function encodeSnapshot(snapshot: Snapshot): Uint8Array {
  const entries: Entry[] = [];
  const blocks: Uint8Array[] = [];
  for (const [name, value] of Object.entries(snapshot)) {
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new RangeError(`expected "${name}" of the snapshot to be finite, got ${value}`);
    if (typeof value === 'number' || typeof value === 'string') entries.push({ name, value });
    else {
      entries.push({ name, array: value.constructor.name as ArrayName, length: value.length });
      blocks.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    }
  }
  return Buffer.concat([Buffer.from(`${MAGIC}${JSON.stringify(entries)}\n`), ...blocks]);
}

/**
 * Reads what `encodeSnapshot` wrote. The file is not trusted: sizes and types are checked before anything is made.
 *
 * @throws RangeError saying what is wrong with the file
 */
export function decodeSnapshot(bytes: Uint8Array): Snapshot {
  const start = MAGIC.length;
  if (Buffer.from(bytes.subarray(0, start)).toString('latin1') !== MAGIC)
    throw new RangeError('this is not a snapshot file');
  const end = bytes.subarray(start, start + MAX_HEADER).indexOf(10);
  if (end < 0) throw new RangeError('the snapshot has no header');
  const entries = headerOf(Buffer.from(bytes.subarray(start, start + end)).toString());
  let at = start + end + 1;
  const parts = entries.map(({ name, value, array, length = 0 }): [string, SnapshotValue] => {
    if (array === undefined) return [name, value as number | string];
    const size = length * ARRAYS[array].BYTES_PER_ELEMENT;
    if (at + size > bytes.length) throw new RangeError(`the snapshot is cut off in "${name}"`);
    // Not `slice`: that of a Buffer, which is what files are read into, does not copy.
    const copy = new Uint8Array(bytes.subarray(at, at + size));
    at += size;
    return [name, new ARRAYS[array](copy.buffer, 0, length)];
  });
  if (at !== bytes.length) throw new RangeError('the snapshot has bytes left over');
  return Object.fromEntries(parts);
}

function headerOf(text: string): Entry[] {
  let entries: unknown;
  try {
    entries = JSON.parse(text);
  } catch {
    throw new RangeError("the snapshot's header is not JSON");
  }
  if (!Array.isArray(entries) || !entries.every(isEntry))
    throw new RangeError("the snapshot's header does not name its parts");
  return entries;
}

function isEntry(entry: unknown): entry is Entry {
  const { name, value, array, length } = (entry ?? {}) as Partial<Entry>;
  if (typeof name !== 'string' || name in Object.prototype) return false;
  if (array === undefined) return typeof value === 'number' || typeof value === 'string';
  return Object.hasOwn(ARRAYS, array) && Number.isSafeInteger(length) && (length as number) >= 0;
}
