import type { UserCondition } from '../../replay/conditions/userCondition.ts';
import type { Mark } from '../../replay/marks.ts';
import type { Replay } from '../../replay/replay.ts';
import { type GlyphSet, glyphsOf } from '../glyphs.ts';
import type { Room } from '../room.ts';
import { clipRow, heading, type Row, textOf } from '../row.ts';
import { marksOnceLived } from './keyContext.ts';
import { actionRows } from './panels/actionRows.ts';
import { populationRows } from './panels/populationRows.ts';
import { scrubberRows } from './panels/scrubberRows.ts';
import { titleRow } from './panels/titleRow.ts';
import { legendRow, userRows } from './panels/userRows.ts';
import { whyRows, whyTitle } from './panels/whyRows.ts';
import { type AdviceOf, personOf } from './personOf.ts';
import { type ReplayView, replayView } from './replayView.ts';

/** What to print. */
export interface PlainReplayOptions {
  /** from 0 to the last recorded day */
  readonly day: number;
  /** the user to explain; undefined: the population only */
  readonly user: number | undefined;
  /** who is counted; undefined: everyone */
  readonly filter?: UserCondition | undefined;
  /** columns; no line is longer */
  readonly width: number;
  readonly glyphs: GlyphSet;
  readonly adviceOf?: AdviceOf | undefined;
  /** marks that take a policy to be found */
  readonly surprises?: readonly Mark[] | undefined;
}

/** The replay's screen on one day as text without escape codes, as many lines as it takes. */
export function plainReplay(
  replay: Replay,
  { day, user, filter, width, glyphs, adviceOf, surprises }: PlainReplayOptions,
): string {
  replay.liveUntil(replay.days);
  const view = replayView(
    replay,
    { day, user, filter },
    personOf(replay, adviceOf),
    marksOnceLived(replay, surprises),
  );
  const room = { width, glyphs: glyphsOf(glyphs) };
  const rows = [...overviewRows(view, room), ...personRows(view, room)];
  return `${rows.map((line) => textOf(clipRow(line, width, room.glyphs))).join('\n')}\n`;
}

function overviewRows(view: ReplayView, room: Room): Row[] {
  return [
    titleRow(view, [], room),
    ...scrubberRows(view, [], room),
    ...populationRows(view, room, Number.POSITIVE_INFINITY),
    ...actionRows(view, room, Number.POSITIVE_INFINITY),
  ];
}

function personRows(view: ReplayView, room: Room): Row[] {
  const { person } = view;
  if (!person) return [];
  return [
    ...userRows(view, person, room),
    legendRow(view, room),
    heading(whyTitle(person), '', room.width, room.glyphs),
    ...whyRows(view.program, person, room),
  ];
}
