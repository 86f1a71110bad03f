/** Sets what React reads once, when it is first imported. */
export function prepareForInk(): void {
  const { env } = process;
  env['NODE_ENV'] ??= 'production';
}
