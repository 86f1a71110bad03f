// mathjs ships no types for its number-only entry; it exports the same names as the full one.
declare module 'mathjs/number' {
  export * from 'mathjs';
}
