import { type Mark, marksOf } from '../../replay/marks.ts';
import type { Replay } from '../../replay/replay.ts';
import { type GlyphSet, glyphsOf } from '../glyphs.ts';
import type { ScreenSize } from '../screenSize.ts';
import { whyRows } from './panels/whyRows.ts';
import type { PersonOf } from './personOf.ts';
import { layOutReplay } from './replayLayout.ts';
import type { KeyContext } from './replayState.ts';

/** What keys on a screen work with. */
export interface KeyContextInput {
  readonly replay: Replay;
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
  readonly can: KeyContext['can'];
  readonly personOf: PersonOf;
  /** marks that take a policy to be found */
  readonly surprises?: readonly Mark[] | undefined;
}

const MARKS = new WeakMap<Replay, readonly Mark[]>();

/** What keys work with on a screen of a size. */
export function keyContext({ replay, size, glyphs, can, personOf, surprises }: KeyContextInput): KeyContext {
  const { program } = replay.recording;
  return {
    replay,
    can,
    person: personOf,
    marks: () => marksOnceLived(replay, surprises),
    divide(state) {
      const layout = layOutReplay(program, state, size);
      const room = { width: size.columns, glyphs: glyphsOf(glyphs) };
      const lines = layout.why > 0 ? whyRows(program, personOf(state.user, state.day), room).length : 0;
      return {
        pages: layout.pages,
        why: { lines, room: Math.max(layout.why - 1, 0) },
        grid: layout.grid > 0,
      };
    },
  };
}

/** The marks of a recording, found once, when all of it is lived. */
export function marksOnceLived(replay: Replay, surprises: readonly Mark[] = []): readonly Mark[] | undefined {
  if (replay.livedDays < replay.days) return undefined;
  const known = MARKS.get(replay) ?? marksOf(replay);
  MARKS.set(replay, known);
  return surprises.length > 0 ? [...known, ...surprises] : known;
}
