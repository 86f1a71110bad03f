import type { Wanted } from './wanted.ts';

/** Keys, and something that is on the screen after them and was not before. */
type Press = readonly [keys: string, shown: string | RegExp];

/** What is alike in all screens of the program. Whatever is in the list below is held to the traps. */
export interface ScreenCase {
  readonly name: string;
  /** words that open it */
  readonly words: string;
  /** what it shows once it is there */
  readonly opened: string | RegExp;
  /** what it shows at 100 × 30 once nothing more comes by itself */
  readonly complete: readonly Wanted[];
  /** changes what it shows */
  readonly change: Press;
  /** keys that lead through its other views, one after the other */
  readonly views: readonly string[];
  /** words that print the same where there is no terminal */
  readonly text: string;
}

/** The line over all days has its last one, the policy has told what it thinks, and which days surprised it. */
const ALL_TOLD = [/[▁-█] {2}most/, 'estimates, not truth', /^ day .*\?/m] as const;

/** Every screen of the program. Each begins with a line that says ` tenure ` and its name. */
export const SCREENS: readonly ScreenCase[] = [
  {
    name: 'replay',
    words: 'replay latest --day 41 --user 7',
    opened: /day +41\/180/,
    complete: ALL_TOLD,
    change: ['.', /day +42\/180/],
    views: ['tab', 'tab o', 'm a', '?', '? y', 'F'],
    text: 'replay latest --day 41 --user 7',
  },
  {
    name: 'learn',
    words: 'learn gamma',
    opened: 'worth of somebody in each stage',
    complete: [/^ the new +█/m],
    change: ['right', '2.66'],
    views: ['?', '? h', 'h enter', 'right down right enter', 'enter', 'l'],
    text: 'learn gamma --answers new,new',
  },
  {
    name: 'compare',
    words: 'replay latest --against none --day 41',
    opened: /day +41\/180/,
    // Users at risk on the last day.
    complete: [/^ B( +\d+){9}$/m],
    change: ['.', /day +42\/180/],
    views: ['tab', 'tab', 'tab enter', '?', '? y'],
    text: 'replay latest --against none --day 41',
  },
  {
    name: 'browse',
    words: 'browse',
    opened: /RUNS 1 [\s\S]*coupon-trap +q-learning +-?\d/,
    complete: [],
    change: ['3', /LESSONS 0\/9/],
    views: ['tab', 'tab tab', '?', '? y', 'y d', 'd / c o', 'enter', 'esc', ':', 'esc'],
    text: 'browse',
  },
  {
    name: 'train',
    words: 'train coupon-trap --seed 8 --episodes 2 --users 60 --held-out 60',
    // It stays with its result.
    opened: /finished +episode 2\/2/,
    complete: [],
    change: ['?', /pause after this day/],
    views: ['?', '? :', 'esc', 'tab', 'tab', 'w'],
    text: 'train coupon-trap --seed 8 --episodes 2 --users 60 --held-out 60 --json',
  },
];

/** Those that are ended and drawn in all ways there are; the others do it by the same parts. */
export const THOROUGHLY = SCREENS.slice(0, 2);

/** Where screens are drawn. */
export const BUFFERS = ['--alt-screen', '--no-alt-screen'] as const;

/** Rows on which a title of a screen stands. */
export function titlesIn(lines: readonly string[], name: string): number[] {
  const isTitle = (line: string) => line === ` tenure ${name}` || line.startsWith(` tenure ${name}  `);
  return lines.flatMap((line, row) => (isTitle(line) ? [row] : []));
}
