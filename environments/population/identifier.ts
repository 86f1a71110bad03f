/** The constant that holds a column in printed kernels; a name of a file has no $ in it, an element gets one. */
export function columnIdentifier(name: string): string {
  return `c_${name.replace('[', '$').replace(']', '')}`;
}

/** The constant that holds all elements of a vector. */
export function vectorIdentifier(vector: string): string {
  return `v_${vector}`;
}
