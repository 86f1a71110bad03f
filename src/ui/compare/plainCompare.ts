import type { Pair } from '../../replay/pair.ts';
import { type GlyphSet, glyphsOf } from '../glyphs.ts';
import type { Room } from '../room.ts';
import { clipRow, type Row, textOf } from '../row.ts';
import { type CompareView, type CompareWords, compareView } from './compareView.ts';
import { differenceRows } from './panels/differenceRows.ts';
import { listRows } from './panels/listRows.ts';
import { livesRows } from './panels/livesRows.ts';
import { livesWhyRows } from './panels/livesWhyRows.ts';
import { segmentRows } from './panels/segmentRows.ts';
import { stageRows } from './panels/stageRows.ts';
import { survivalRows } from './panels/survivalRows.ts';
import { titleRows } from './panels/titleRows.ts';
import { trackRow } from './panels/trackRow.ts';
import { viewedLives } from './viewedLives.ts';

/** What to print. */
export interface PlainCompareOptions extends CompareWords {
  /** from 0 to the last recorded in both */
  readonly day: number;
  /** columns; no line is longer */
  readonly width: number;
  readonly glyphs: GlyphSet;
}

/** Headings, and ten of those who gained and lost most. */
const LISTS = 22;
/** Lines of the curves with all that stands around them. */
const SURVIVAL = 16;

/** The comparison on one day as text without escape codes, as many lines as it takes. */
export function plainCompare(pair: Pair, options: PlainCompareOptions): string {
  const { day, user, width, glyphs } = options;
  pair.liveUntil(pair.days);
  const view = compareView(pair, day, options);
  const room = { width, glyphs: glyphsOf(glyphs) };
  const rows = [...everyoneRows(view, room), ...bothLives(pair, user, view, room)];
  return `${rows.map((line) => textOf(clipRow(line, width, room.glyphs))).join('\n')}\n`;
}

function everyoneRows(view: CompareView, room: Room): Row[] {
  const all = Number.POSITIVE_INFINITY;
  return [
    ...titleRows(view, '', view.day, room),
    trackRow(view, room),
    ...stageRows(view, room, all),
    ...survivalRows(view, room, SURVIVAL),
    ...differenceRows(view, room, all),
    ...listRows(view, undefined, room, LISTS),
    ...(view.segments.length > 0 ? segmentRows(view, room, all) : []),
  ];
}

function bothLives(pair: Pair, user: number | undefined, view: CompareView, room: Room): Row[] {
  if (user === undefined) return [];
  const viewed = viewedLives(pair, user, view.day);
  return [...livesRows(view, viewed, room), ...livesWhyRows(view, viewed, room)];
}
