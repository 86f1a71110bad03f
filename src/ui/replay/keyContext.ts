import type { Replay } from '../../replay/replay.ts';
import { type GlyphSet, glyphsOf } from '../glyphs.ts';
import type { ScreenSize } from '../screenSize.ts';
import { whyRows } from './panels/whyRows.ts';
import { divisionOf, layOutReplay } from './replayLayout.ts';
import type { KeyContext } from './replayState.ts';
import { replayView } from './replayView.ts';

/** What keys work with on a screen of a size. */
export function keyContext(replay: Replay, size: ScreenSize, glyphs: GlyphSet): KeyContext {
  return {
    replay,
    divide(state) {
      const view = replayView(replay, state.day, state.user);
      const layout = layOutReplay(view, state, size);
      const room = { width: size.columns, glyphs: glyphsOf(glyphs) };
      return divisionOf(layout, view.person ? whyRows(view, view.person, room).length : 0);
    },
  };
}
