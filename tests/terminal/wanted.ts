import type { Screen } from './screen.ts';

/** What a screen is waited for: a text on it, or anything else about it. */
export type Wanted = string | RegExp | ((screen: Screen) => boolean);

/** Whether a screen shows something. */
export function isThere(wanted: Wanted, screen: Screen): boolean {
  if (typeof wanted === 'function') return wanted(screen);
  return typeof wanted === 'string' ? screen.text.includes(wanted) : wanted.test(screen.text);
}

/** That something is not on the screen. */
export function no(wanted: string | RegExp): Wanted {
  const absent = (screen: Screen) => !isThere(wanted, screen);
  absent.toString = () => `no ${wanted}`;
  return absent;
}
