/** Keys, and something that is on the screen after them and was not before. */
type Press = readonly [keys: string, shown: string | RegExp];

/** What is alike in all screens of the program. Whatever is in this list is held to the traps. */
export interface ScreenCase {
  readonly name: string;
  /** words that open it */
  readonly words: string;
  /** what it shows once it is there */
  readonly opened: string | RegExp;
  /** what it shows once nothing more comes by itself; the same if not given */
  readonly complete?: RegExp;
  /** changes much of what it shows */
  readonly change: Press;
  /** keys that lead through its other views, one after the other */
  readonly views: readonly string[];
  /** words that print the same where there is no terminal */
  readonly text: string;
}

/** Every screen of the program. Each begins with a line that says ` tenure ` and its name. */
export const SCREENS: readonly ScreenCase[] = [
  {
    name: 'replay',
    words: 'replay latest --day 41 --user 7',
    opened: /day +41\/180/,
    // The line over all days has its last one.
    complete: /[▁-█] {2}most/,
    change: ['.', /day +42\/180/],
    views: ['tab', 'w', 'pagedown', '?', '? y'],
    text: 'replay latest --day 41 --user 7',
  },
  {
    name: 'learn',
    words: 'learn gamma',
    opened: 'worth of somebody in each stage',
    change: ['right', /gamma +0\.7/],
    views: ['?', '? h', 'h enter', 'right down right enter', 'enter', 'l'],
    text: 'learn gamma --answers new,new',
  },
  {
    name: 'browse',
    words: 'browse',
    opened: /RUNS 1 [\s\S]*coupon-trap +q-learning +-?\d/,
    change: ['3', /LESSONS 0\/9/],
    views: ['tab', 'tab tab', '?', '? y', 'y d', 'd / c o', 'enter esc :', 'esc'],
    text: 'browse',
  },
  {
    name: 'train',
    words: 'train coupon-trap --seed 8 --episodes 2 --users 60 --held-out 60',
    // It stays with its result.
    opened: /finished +episode 2\/2/,
    change: ['?', /pause after this day/],
    views: ['?', '? :', 'esc tab', 'tab', 'w'],
    text: 'train coupon-trap --seed 8 --episodes 2 --users 60 --held-out 60 --json',
  },
];

/** Where screens are drawn. */
export const BUFFERS = ['--alt-screen', '--no-alt-screen'] as const;

/** Rows on which a title of a screen stands. */
export function titlesIn(lines: readonly string[], name: string): number[] {
  const isTitle = (line: string) =>
    line.trimEnd() === ` tenure ${name}` || line.startsWith(` tenure ${name}  `);
  return lines.flatMap((line, row) => (isTitle(line) ? [row] : []));
}
