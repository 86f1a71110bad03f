/**
 * What the SIMD engine computes in WebAssembly, in AssemblyScript. It holds no data: the caller lays out the memory
 * and fills up all sizes with zeros, so that no loop has a remainder.
 */
export { activate, activationGradient } from './activations.as';
export { adam, squaredNorm } from './adam.as';
export { dense, transpose, weightGradient } from './products.as';
