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
  return named(`no ${wanted}`, (screen) => !isThere(wanted, screen));
}

/** That the screen shows these lines and no others. */
export function exactly(lines: readonly string[]): Wanted {
  const text = lines.join('\n');
  return named(`exactly\n${text}\n`, (screen) => screen.text === text);
}

/** A number found on the screen, and what it has to be at least. */
export function atLeast(least: number, pattern: RegExp): Wanted {
  return named(`at least ${least} in ${pattern}`, ({ text }) => Number(pattern.exec(text)?.[1]) >= least);
}

/** Something about a screen that errors can call by its name. */
export function named(name: string, isTrue: (screen: Screen) => boolean): Wanted {
  return Object.assign((screen: Screen) => isTrue(screen), { toString: () => name });
}
