import type { Program } from '../scenario/program.ts';
import { elementName, placesOf } from '../scenario/vectors.ts';
import { kernelLibrary } from './kernelLibrary.ts';
import type { KernelOutput } from './kernelOutput.ts';
import type { ColumnSpec, Layout } from './layout.ts';
import { type KernelOptions, type PrintedKernel, printBirth, printDay } from './printKernel.ts';

/**
 * Lives one day of the users `from` … `to` − 1.
 *
 * @returns 0, or NaN where a state or reward stopped being a finite number
 */
export type Kernel = (
  from: number,
  to: number,
  day: number,
  keys: Int32Array,
  actions: Uint8Array,
  output: KernelOutput,
) => number;

export interface BoundKernel {
  readonly run: Kernel;
  readonly purposes: readonly string[];
}

/** The columns that a program's kernels read and write. */
export function kernelColumns(program: Program, { measured }: KernelOptions): ColumnSpec[] {
  const sums = ['return', 'cost', 'contacts', ...program.metrics.map(({ name }) => `${name}_`)];
  return [
    ...(measured ? sums.map((name): ColumnSpec => ({ name: `sum_${name}`, type: 'f64' })) : []),
    ...storedColumns(program),
    ...arrivalColumns(program),
    ...(program.decision
      ? [{ name: 'aggregates', type: 'f32', width: program.aggregates.length + 1 } as const]
      : []),
    { name: 'birth', type: 'i32' },
    { name: 'born', type: 'i32' },
    { name: 'stage', type: 'u8' },
    { name: 'segment', type: 'u8' },
  ];
}

/** How each user came, and in whose place: only where new users come. */
function arrivalColumns({ arrivals }: Program): ColumnSpec[] {
  if (!arrivals) return [];
  return [
    { name: 'root', type: 'i32' },
    { name: 'referrer', type: 'i32' },
    { name: 'channel', type: 'u8' },
    ...(arrivals.refer ? [{ name: 'refers', type: 'u8' } as const] : []),
  ];
}

/** Traits and state; the elements of a vector side by side in one column. */
function storedColumns({ traits, state }: Program): ColumnSpec[] {
  return [...traits, ...state].flatMap(({ name, element }): ColumnSpec[] => {
    if (!element) return [{ name: `c_${name}`, type: 'f32' }];
    const { vector, place, length } = element;
    if (place > 1) return [];
    const parts = placesOf(length).map((part) => `c_${elementName(vector, part)}`);
    return [{ name: `v_${vector}`, type: 'f32', width: length, parts }];
  });
}

/** Compiles the kernel of an ordinary day over the columns of a layout. */
export function dayKernel(program: Program, layout: Layout, options: KernelOptions): BoundKernel {
  return bind(printDay(program, options), layout);
}

/** Compiles the kernel of birth over the columns of a layout; `referred`: of those whom other users brought. */
export function birthKernel(program: Program, layout: Layout, { referred = false } = {}): BoundKernel {
  return bind(printBirth(program, { referred }), layout);
}

/** Compiles a printed kernel over the columns of a layout. */
export function bind({ source, purposes }: PrintedKernel, layout: Layout): BoundKernel {
  // The source is printed from the checked syntax tree: it holds numbers and names of our own only.
  const make = new Function('columns', 'library', source) as (columns: Layout, library: unknown) => Kernel;
  return { run: make(layout, kernelLibrary), purposes };
}
