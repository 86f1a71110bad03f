import type { TrainingHistory } from '../../../training/trainingHistory.ts';
import { printable } from '../../printable.ts';
import type { Room } from '../../room.ts';
import { type Row, row, rowWidth, span, spread } from '../../row.ts';

const NAME = ' tenure train  ';
/** Columns of what is trained that should be left at the least. */
const LEAST_LABEL = 10;

/** The first line: what is trained, what it does now, and where it is; as much of it as there is room for. */
export function titleRow(history: TrainingHistory, paused: boolean, { width, glyphs }: Room): Row {
  const { setup, episodes } = history;
  const left = row(
    span(NAME, 'strong'),
    `${setup.program.name}/${setup.agent}  seed ${printable(setup.seed)}`,
  );
  const episode = span(
    `episode ${Math.min(episodes.length + 1, setup.episodes)}/${setup.episodes} `,
    'strong',
  );
  const phase = [span(doing(history, paused), 'accent'), '   '];
  const saved = episodes.length > 0 ? `checkpoint ${episodes.length}   ` : '';
  const rights = [row(saved, ...phase, episode), row(...phase, episode), row(episode)];
  const fits = (right: Row) => NAME.length + LEAST_LABEL + rowWidth(right) <= width;
  return spread(left, rights.find(fits) ?? rights[2], width, glyphs);
}

function doing({ phase }: TrainingHistory, paused: boolean): string {
  if (phase === 'finished') return 'finished';
  if (paused) return 'paused';
  return {
    preparing: 'preparing',
    learning: 'learning',
    validating: 'validating',
    finishing: 'playing held-out users',
  }[phase];
}
