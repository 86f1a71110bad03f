import type { Row } from '../row.ts';
import { rowMarkup } from './rowMarkup.ts';

/** What is to be seen in the same frames of a film. */
export interface Scene {
  /** numbers of the frames, from 0, rising */
  readonly frames: readonly number[];
  readonly markup: string;
}

/** All lines of all frames, each written once for every way it looks, by the frames in which it does. */
export function scenesOf(frames: readonly (readonly Row[])[]): Scene[] {
  const lines = frames.reduce((most, rows) => Math.max(most, rows.length), 0);
  const scenes = new Map<string, Scene>();
  for (let line = 0; line < lines; line++) {
    for (const [markup, shown] of looksOf(frames, line)) {
      const key = shown.join(' ');
      const before = scenes.get(key)?.markup ?? '';
      scenes.set(key, { frames: shown, markup: before + markup });
    }
  }
  return [...scenes.values()];
}

function looksOf(frames: readonly (readonly Row[])[], line: number): Map<string, number[]> {
  const looks = new Map<string, number[]>();
  frames.forEach((rows, frame) => {
    const markup = line < rows.length ? rowMarkup(rows[line], line) : '';
    if (markup === '') return;
    const shown = looks.get(markup);
    if (shown) shown.push(frame);
    else looks.set(markup, [frame]);
  });
  return looks;
}
