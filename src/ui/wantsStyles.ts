/** Whether a terminal's text may be set off by color and weight: where nobody asked for none, and it is able to. */
export function wantsStyles({ NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  return !NO_COLOR && FORCE_COLOR !== '0' && TERM !== 'dumb';
}
