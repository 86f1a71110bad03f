import type { EnumType, Source, ValueType } from './expression.ts';
import type { Aggregate, Table } from './program.ts';
import type { ElementOf } from './vectors.ts';

/** A name that a formula may use. */
export interface VisibleName {
  readonly source: Source;
  readonly type: ValueType;
  /** number of elements, of a vector */
  readonly length?: number | undefined;
}

/** What one formula may refer to. */
export interface FormulaScope {
  /** the formula's place, "day.visit": the first part of its draws' names */
  readonly place: string;
  readonly names: ReadonlyMap<string, VisibleName>;
  /** why a known name cannot be used in this place, by name */
  readonly unavailable: ReadonlyMap<string, string>;
  /** names of the members of each closed list */
  readonly members: Readonly<Record<EnumType, readonly string[]>>;
  readonly tables: ReadonlyMap<string, Table>;
  /** action attributes; empty where no action has been taken yet */
  readonly attributes: readonly string[];
  /** in the formula of a vector: the place of the element at hand, and how many there are */
  readonly element?: ElementOf;
  /** why draws make no sense here; undefined where they do */
  readonly noDraws: string | undefined;
  /** figures over users; undefined where a formula is about one user, or about what is the same for everyone */
  readonly aggregates?: AggregateScope | undefined;
}

/** What a figure over the users of a product may be made of. */
export interface AggregateScope {
  /** of the formula for one user */
  readonly users: FormulaScope;
  /** takes note of a figure; equal ones are one */
  add(aggregate: Aggregate): void;
}
