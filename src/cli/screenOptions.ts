import type { OptionSpec } from './command.ts';

/** Options of every command that fills the terminal. */
export const SCREEN_OPTIONS = {
  glyphs: {
    kind: 'text',
    default: 'unicode',
    choices: ['unicode', 'ascii'],
    about: 'characters to draw with',
  },
  'alt-screen': {
    kind: 'flag',
    default: true,
    about: 'leave the terminal as it was; --no-alt-screen draws in its ordinary buffer',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;
