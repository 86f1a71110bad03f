/** Which characters a terminal can show. */
export type GlyphSet = 'unicode' | 'ascii';

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
}

const UNICODE: Glyphs = {
  rule: '─',
  past: '━',
  future: '─',
  tenth: '┼',
  here: '●',
  today: '▼',
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
};

const ASCII: Glyphs = {
  rule: '-',
  past: '=',
  future: '-',
  tenth: '+',
  here: 'O',
  today: 'v',
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
};

/** The characters of a set. */
export function glyphsOf(set: GlyphSet): Glyphs {
  return set === 'ascii' ? ASCII : UNICODE;
}
