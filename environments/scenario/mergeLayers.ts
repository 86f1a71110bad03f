import type { Path } from './yamlSource.ts';

/** Where a value of a merged file stands: in which file, and at which path there. */
export interface Origin {
  /** number of the file */
  readonly layer: number;
  readonly path: Path;
  /** of a map that several files have a part in, by key; undefined: everything below stands below `path` */
  readonly children?: ReadonlyMap<string, Origin>;
}

/** A value put together from several files. */
export interface Merged {
  readonly value: unknown;
  readonly origin: Origin;
}

type PlainMap = Readonly<Record<string, unknown>>;

/** What hears of a null that removes nothing. */
export type ReportNothing = (origin: Origin, present: readonly string[]) => void;

/**
 * Lays files over each other: maps are merged by key, everything else replaces what was there, null takes a key out.
 * A formula in place of { value, … } or { draw, … } changes the value and leaves the rest.
 *
 * @param values content of the files, the one that has the last word first
 */
export function mergeLayers(values: readonly unknown[], report: ReportNothing): Merged {
  const lowest = values.length - 1;
  let merged: Merged = { value: values[lowest], origin: { layer: lowest, path: [] } };
  for (let layer = lowest - 1; layer >= 0; layer--)
    merged = lay(values[layer], merged, { layer, path: [] }, report);
  return merged;
}

/** Where the value at a path of a merged file stands. */
export function originAt(root: Origin, path: Path): Origin {
  let origin = root;
  for (const [k, key] of path.entries()) {
    const child = origin.children?.get(String(key));
    if (!child) return { layer: origin.layer, path: [...origin.path, ...path.slice(k)] };
    origin = child;
  }
  return origin;
}

function lay(over: unknown, base: Merged, origin: Origin, report: ReportNothing): Merged {
  if (!isMap(base.value)) return { value: over, origin };
  if (isMap(over)) return layMap(over, { ...base, value: base.value }, origin, report);
  const key = valueKey(origin.path, base.value);
  if (key === undefined) return { value: over, origin };
  return {
    value: { ...base.value, [key]: over },
    origin: { ...origin, children: childrenOf(base).set(key, origin) },
  };
}

function layMap(
  over: PlainMap,
  base: Merged & { value: PlainMap },
  origin: Origin,
  report: ReportNothing,
): Merged {
  const values: Record<string, unknown> = {};
  const children = new Map<string, Origin>();
  const below = childrenOf(base);
  for (const key of orderOf(base.value, over)) {
    const child = { layer: origin.layer, path: [...origin.path, key] };
    const known = Object.hasOwn(base.value, key);
    const before: Merged | undefined = known
      ? { value: base.value[key], origin: below.get(key) as Origin }
      : undefined;
    if (over[key] === null && !before) report(child, Object.keys(base.value));
    if (over[key] === null) continue;
    const own = before && !Object.hasOwn(over, key) ? before : layOver(over[key], before, child, report);
    values[key] = own.value;
    children.set(key, own.origin);
  }
  return { value: values, origin: { ...origin, children } };
}

function layOver(over: unknown, base: Merged | undefined, origin: Origin, report: ReportNothing): Merged {
  return base ? lay(over, base, origin, report) : { value: over, origin };
}

/** The keys of the base in its order; a new one stands before the next known one that follows it, or at the end. */
function orderOf(base: PlainMap, over: PlainMap): string[] {
  const order = Object.keys(base);
  let waiting: string[] = [];
  for (const key of Object.keys(over)) {
    const place = order.indexOf(key);
    if (place < 0) waiting.push(key);
    else {
      order.splice(place, 0, ...waiting);
      waiting = [];
    }
  }
  return [...order, ...waiting];
}

function childrenOf({ value, origin }: Merged): Map<string, Origin> {
  const keys = isMap(value) ? Object.keys(value) : [];
  return new Map(keys.map((key) => [key, originAt(origin, [key])]));
}

/** Sections whose entries are a formula, or a map with the formula in it. */
const DETAILED: readonly unknown[] = ['parameters', 'traits', 'state', 'day', 'observe', 'metrics'];

/** The key of the formula, where a formula stands over an entry that is a map. */
function valueKey(path: Path, base: PlainMap): string | undefined {
  if (path.length !== 2 || !DETAILED.includes(path[0])) return undefined;
  return ['value', 'draw'].find((key) => Object.hasOwn(base, key));
}

function isMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
