import type { Style } from '../row.ts';

export const BACKGROUND = '#0d1117';
export const PLAIN = '#d0d7de';

/** The color of every style, all with a contrast of at least 6 to 1 against what they stand on. */
export const COLORS: Readonly<Record<Style, string>> = {
  plain: PLAIN,
  strong: '#ffffff',
  faint: '#9198a1',
  accent: '#56d4dd',
  gain: '#56d364',
  loss: '#ff8c82',
  today: BACKGROUND,
};

/** What is behind text that stands out by being inverted. */
export const INVERTED = PLAIN;
