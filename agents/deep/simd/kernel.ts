import { KERNEL_BYTES } from './kernelBytes.ts';

/** Memory of a kernel; the buffer is another one after it has grown. */
export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  /** Adds pages of 64 KiB; throws a RangeError where there is no more. */
  grow(pages: number): number;
}

/**
 * What kernel.as.ts computes in its memory. Addresses are in bytes, sizes in floats. Rows and inputs are multiples of
 * 4 and outputs of 8, filled up with zeros; only `weightGradient` takes any number of rows.
 */
export interface Kernel {
  readonly memory: KernelMemory;
  /** y = x w + b; 0 for no b. */
  dense(x: number, w: number, b: number, y: number, rows: number, inputs: number, outputs: number): void;
  /** wt = wᵀ of w, inputs × outputs. */
  transpose(w: number, wt: number, inputs: number, outputs: number): void;
  /** dw += xᵀ dy, db += sums of the columns of dy. */
  weightGradient(
    x: number,
    dy: number,
    dw: number,
    db: number,
    rows: number,
    inputs: number,
    outputs: number,
  ): void;
  /** y = activation(y); kind as in `ACTIVATION_KINDS`. */
  activate(y: number, count: number, kind: number): void;
  /** dy *= activation′, by the activation's value y. */
  activationGradient(y: number, dy: number, count: number, kind: number): void;
  /** Sum of the squares of g. */
  squaredNorm(g: number, count: number): number;
  /** One step of Adam on w with the gradient g · scale and the moments m and v; correction is 1 − βᵗ. */
  adam(
    w: number,
    g: number,
    m: number,
    v: number,
    count: number,
    learningRate: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    correction1: number,
    correction2: number,
    scale: number,
  ): void;
}

/** How the kernel names activations. */
export const ACTIVATION_KINDS = { relu: 0, tanh: 1 } as const;

/** The part of WebAssembly that is used here; Node's types do not hold it. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Memory: new (limits: { initial: number }) => KernelMemory;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

let compiled: object | undefined;

/** A kernel with a memory of its own, one page large. The code is compiled when the first one is asked for. */
export function openKernel(): Kernel {
  compiled ??= new WebAssembly.Module(Buffer.from(KERNEL_BYTES, 'base64'));
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  return exports as Kernel;
}
