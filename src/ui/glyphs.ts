/** Which characters a terminal can show. */
export type GlyphSet = 'unicode' | 'ascii';

/** How a line of a chart is drawn, which tells lines apart without color. */
export type Stroke = 'solid' | 'dashed' | 'dotted' | 'reference';

/** A stroke: what it is made of where there are no braille dots, dots drawn, and dots left out after them. */
export interface Pen {
  readonly character: string;
  readonly on: number;
  readonly off: number;
}

/** The characters that pictures are made of. Every one is one column wide. */
export interface Glyphs {
  readonly rule: string;
  /** days behind and ahead on the scrubber, every tenth of it, and today */
  readonly past: string;
  readonly future: string;
  readonly tenth: string;
  readonly here: string;
  /** points down at today's column */
  readonly today: string;
  /** a day on which lives part */
  readonly split: string;
  readonly playing: string;
  readonly arrow: string;
  readonly taken: string;
  /** an action of the family none, and an empty place */
  readonly dot: string;
  readonly atLeast: string;
  readonly ellipsis: string;
  readonly minus: string;
  readonly upDown: string;
  readonly leftRight: string;
  /** growing parts of one column of a bar; the last is a full one */
  readonly bar: readonly string[];
  /** rising levels of a sparkline */
  readonly levels: readonly string[];
  /** what lines of charts are made of: dots of braille characters, eight to a column, or one character a column */
  readonly canvas: 'braille' | 'characters';
  readonly strokes: Readonly<Record<Stroke, Pen>>;
  /** what a band is made of where there are no braille dots */
  readonly band: string;
  /** the vertical axis of a chart (blank, so that columns of text can be copied), beside a label, and its corner */
  readonly axis: string;
  readonly tick: string;
  readonly corner: string;
  /** the middle of an interval, the interval, and where 0 is */
  readonly mean: string;
  readonly interval: string;
  readonly zero: string;
  /** five shades, the darkest last */
  readonly shades: readonly string[];
  /** marks on the line of days */
  readonly bookmark: string;
  readonly churnMark: string;
  readonly policyMark: string;
  readonly budgetMark: string;
  readonly surpriseMark: string;
  /** something to beware of, and something good */
  readonly warning: string;
  readonly good: string;
}

const UNICODE: Glyphs = {
  rule: '─',
  past: '━',
  future: '─',
  tenth: '┼',
  here: '●',
  today: '▼',
  split: '≠',
  playing: '▶',
  arrow: '→',
  taken: '◄',
  dot: '·',
  atLeast: '≥',
  ellipsis: '…',
  minus: '−',
  upDown: '↑/↓',
  leftRight: '←/→',
  bar: ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'],
  levels: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  canvas: 'braille',
  strokes: {
    solid: { character: '', on: 1, off: 0 },
    dashed: { character: '', on: 4, off: 4 },
    dotted: { character: '', on: 1, off: 3 },
    reference: { character: '', on: 2, off: 2 },
  },
  band: '',
  axis: ' ',
  tick: '┤',
  corner: '└',
  mean: '◆',
  interval: '━',
  zero: '┆',
  shades: ['·', '░', '▒', '▓', '█'],
  bookmark: '■',
  churnMark: '◆',
  policyMark: '▲',
  budgetMark: '$',
  surpriseMark: '?',
  warning: '⚠',
  good: '✓',
};

const ASCII: Glyphs = {
  rule: '-',
  past: '=',
  future: '-',
  tenth: '+',
  here: 'O',
  today: 'v',
  split: 'x',
  playing: '>',
  arrow: '->',
  taken: '<-',
  dot: '.',
  atLeast: '>=',
  ellipsis: '~',
  minus: '-',
  upDown: 'up/down',
  leftRight: 'left/right',
  bar: ['#'],
  levels: ['_', '.', '-', '~', '=', '+', '*', '#'],
  canvas: 'characters',
  strokes: {
    solid: { character: '*', on: 1, off: 0 },
    // As in braille: gaps show the line that it covers.
    dashed: { character: '-', on: 2, off: 2 },
    dotted: { character: '.', on: 1, off: 0 },
    reference: { character: '-', on: 1, off: 1 },
  },
  band: ':',
  axis: ' ',
  tick: '+',
  corner: '+',
  mean: 'o',
  interval: '-',
  zero: '|',
  shades: ['.', ':', '+', '#', '@'],
  bookmark: '*',
  churnMark: '!',
  policyMark: '^',
  budgetMark: '$',
  surpriseMark: '?',
  warning: '!',
  good: '+',
};

/** The characters of a set. */
export function glyphsOf(set: GlyphSet): Glyphs {
  return set === 'ascii' ? ASCII : UNICODE;
}
