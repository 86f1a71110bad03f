/** One array over users, or over users × width. */
export interface ColumnSpec {
  readonly name: string;
  readonly type: ColumnType;
  /** values per user; 1 if not given */
  readonly width?: number;
  /** names of its parts, where it holds all users' first values, then all their second ones: a view of each */
  readonly parts?: readonly string[];
}

export type ColumnType = keyof typeof ARRAYS;
export type Column = InstanceType<(typeof ARRAYS)[ColumnType]>;

const ARRAYS = {
  f64: Float64Array,
  f32: Float32Array,
  i32: Int32Array,
  u32: Uint32Array,
  u8: Uint8Array,
} as const;

/** What each column holds of one user. */
export type RowCopy = readonly Column[];

/** Typed arrays side by side in one buffer, so that a snapshot is one copy and a WebAssembly kernel sees them all. */
export interface Layout {
  readonly buffer: ArrayBuffer;
  readonly bytesPerUser: number;
  f64(name: string): Float64Array;
  f32(name: string): Float32Array;
  i32(name: string): Int32Array;
  u32(name: string): Uint32Array;
  u8(name: string): Uint8Array;
  /** copies what all columns hold of a user */
  row(user: number): RowCopy;
  /** puts a copy in a user's place, of a layout with the same columns */
  setRow(user: number, copy: RowCopy): void;
  /** the column of that name, whatever its type */
  find(name: string): Column | undefined;
}

/** A column never shares a 64-byte cache line with the next. */
const ALIGNMENT = 64;

/**
 * Lays columns out one after the other.
 *
 * @param columns names, types and widths
 * @param users length of every column
 */
export function layOut(columns: readonly ColumnSpec[], users: number): Layout {
  const offsets = new Map<string, { spec: ColumnSpec; offset: number }>();
  let end = 0;
  let bytesPerUser = 0;
  for (const spec of columns) {
    const bytes = ARRAYS[spec.type].BYTES_PER_ELEMENT * (spec.width ?? 1);
    offsets.set(spec.name, { spec, offset: end });
    end += Math.ceil((bytes * users) / ALIGNMENT) * ALIGNMENT;
    bytesPerUser += bytes;
  }
  const buffer = new ArrayBuffer(end);
  const views = new Map<string, Column>();
  for (const [name, { spec, offset }] of offsets) {
    const view = new ARRAYS[spec.type](buffer, offset, users * (spec.width ?? 1));
    views.set(name, view);
    for (const [k, part] of (spec.parts ?? []).entries())
      views.set(part, view.subarray(k * users, (k + 1) * users));
  }
  const get = <T>(name: string): T => views.get(name) as T;
  const find = (name: string) => views.get(name);
  const row = (user: number) =>
    columns.map(({ name, width = 1 }) => get<Column>(name).slice(user * width, (user + 1) * width));
  const setRow = (user: number, copy: RowCopy) => {
    for (const [k, { name, width = 1 }] of columns.entries()) get<Column>(name).set(copy[k], user * width);
  };
  return { buffer, bytesPerUser, row, setRow, f64: get, f32: get, i32: get, u32: get, u8: get, find };
}
