import type { TrainingHistory } from '../../../training/trainingHistory.ts';
import type { Room } from '../../room.ts';
import { type Row, row, span, spread } from '../../row.ts';

/** The first line: what is trained, what it does now, and where it is. */
export function titleRow(history: TrainingHistory, paused: boolean, { width, glyphs }: Room): Row {
  const { setup, episodes } = history;
  const left = row(
    span(' tenure train  ', 'strong'),
    `${setup.program.name}/${setup.agent}  seed ${setup.seed}`,
  );
  const saved = episodes.length > 0 ? `checkpoint ${episodes.length}   ` : '';
  const episode = Math.min(episodes.length + 1, setup.episodes);
  const right = row(
    saved,
    span(doing(history, paused), 'accent'),
    span(`   episode ${episode}/${setup.episodes} `, 'strong'),
  );
  return spread(left, right, width, glyphs);
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
