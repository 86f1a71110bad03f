import type { Pair } from '../../replay/pair.ts';
import { type GlyphSet, glyphsOf } from '../glyphs.ts';
import type { ScreenSize } from '../screenSize.ts';
import { compareBody, comparePages } from './compareLayout.ts';
import {
  type CompareContext,
  type CompareDivision,
  type CompareState,
  shownDay,
  shownPair,
} from './compareState.ts';
import { type CompareWords, compareView } from './compareView.ts';
import { livesRows } from './panels/livesRows.ts';
import { livesWhyRows } from './panels/livesWhyRows.ts';
import { viewedLives } from './viewedLives.ts';

/** What keys work with on a screen of a size. */
export function compareContext(input: CompareContextInput): CompareContext {
  const { pair, saves } = input;
  return { pair, saves, divide: (state) => divided(state, input) };
}

/** What keys on a screen work with. */
export interface CompareContextInput extends Pick<CompareWords, 'told' | 'user'> {
  readonly pair: Pair;
  readonly size: ScreenSize;
  readonly glyphs: GlyphSet;
  readonly saves: boolean;
}

function divided(
  state: CompareState,
  { told, user, size, glyphs, ...opened }: CompareContextInput,
): CompareDivision {
  const pair = shownPair(state, opened.pair);
  const view = compareView(pair, shownDay(state, pair), { told, user });
  const pages = comparePages(view, size, glyphs);
  const page = pages[Math.min(state.page, pages.length - 1)];
  const lists = page.some(({ panel }) => panel === 'lists');
  if (!state.lives) return { pages: pages.length, lists, why: { lines: 0, room: 0 } };
  const room = { width: size.columns, glyphs: glyphsOf(glyphs) };
  const viewed = viewedLives(pair, state.lives.user, view.day);
  const lines = livesWhyRows(view, viewed, room).length;
  const left = compareBody(size) - livesRows(view, viewed, room, state.lives.why).length - 1;
  return { pages: pages.length, lists, why: { lines, room: Math.max(left, 0) } };
}
