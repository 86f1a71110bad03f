import type { Alert } from '../../../training/alert.ts';
import type { Glyphs } from '../../glyphs.ts';
import { type Row, row, type Style, span } from '../../row.ts';

/** A mark, the episode, and what is seen. */
export function alertRow({ kind, episode, line }: Alert, glyphs: Glyphs): Row {
  const [mark, style] = marked(kind, glyphs);
  return row(' ', span(mark, style), ` ${String(episode).padStart(3)}  `, line);
}

function marked(kind: Alert['kind'], glyphs: Glyphs): [string, Style] {
  if (kind === 'warning') return [glyphs.warning, 'loss'];
  return kind === 'good' ? [glyphs.good, 'gain'] : [glyphs.dot, 'faint'];
}
