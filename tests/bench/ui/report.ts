import type { Measured } from './measured.ts';

/** Columns of what was measured, and of each number. */
const [WHAT, NUMBER] = [58, 10];

/** A table of what was measured: the median, the worst, and whether the aim is met. */
export function reportLines(title: string, measured: readonly Measured[]): string[] {
  const heads = ['median', 'worst', 'aim'].map((head) => head.padStart(NUMBER)).join('');
  return ['', title.padEnd(WHAT) + heads, ...measured.map(lineOf)];
}

function lineOf({ what, values, unit, aim }: Measured): string {
  const more = unit === 'a second';
  const sorted = [...values].sort((a, b) => (more ? b - a : a - b));
  const [median, worst] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[sorted.length - 1]];
  const missed = aim !== undefined && (more ? median < aim : median > aim);
  const numbers = [median, worst, aim].map((value) => shown(value).padStart(NUMBER)).join('');
  return `${what.padEnd(WHAT)}${numbers} ${unit}${missed ? '  MISSED' : ''}`;
}

function shown(value: number | undefined): string {
  if (value === undefined) return '';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}
