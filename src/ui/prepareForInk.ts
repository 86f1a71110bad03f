/** Sets what Ink, chalk and React read once, when they are first imported; chalk does not know NO_COLOR. */
export function prepareForInk(): void {
  const { NO_COLOR, TERM } = process.env;
  if ((NO_COLOR !== undefined && NO_COLOR !== '') || TERM === 'dumb') process.env['FORCE_COLOR'] = '0';
  const { env } = process;
  env['NODE_ENV'] ??= 'production';
}
