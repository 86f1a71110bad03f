import { type ForkedWho, touchesOthers } from '../../replay/forks/forkChoice.ts';
import { aboutWords } from '../compare/aboutWords.ts';
import { compareView } from '../compare/compareView.ts';
import { livesRows } from '../compare/panels/livesRows.ts';
import { livesRuleRows } from '../compare/panels/livesRuleRows.ts';
import { toldRows } from '../compare/panels/toldRows.ts';
import { type PlainCompareOptions, plainCompare } from '../compare/plainCompare.ts';
import { viewedLives } from '../compare/viewedLives.ts';
import { firstFitting } from '../firstFitting.ts';
import { glyphsOf } from '../glyphs.ts';
import type { Room } from '../room.ts';
import { clipRow, type Row, row, rowWidth, span, spread, textOf } from '../row.ts';
import type { OtherFuture } from './replayServices.ts';

const NAME = ' tenure replay  ';

/** What to print. */
export interface PlainForkOptions extends Pick<PlainCompareOptions, 'width' | 'glyphs'> {
  /** who was given another action */
  readonly who: ForkedWho;
}

/**
 * A fork as text without escape codes: both lives of a user, one above the other, and what came of it; where others were
 * touched, also the comparison of everyone.
 */
export function plainFork(other: OtherFuture, { who, width, glyphs }: PlainForkOptions): string {
  const { pair, user } = other;
  const room = { width, glyphs: glyphsOf(glyphs) };
  const rows = user === undefined ? toldRows(other.told ?? [], room) : livesOf(other, user, room);
  const everyone = touchesOthers(pair.program, who)
    ? plainCompare(pair, { ...other, user: undefined, day: pair.days, width, glyphs })
    : '';
  return `${rows.map((line) => `${textOf(clipRow(line, width, room.glyphs))}\n`).join('')}${everyone}`;
}

function livesOf(other: OtherFuture, user: number, room: Room): Row[] {
  const { pair, day } = other;
  const [view, viewed] = [compareView(pair, day, other), viewedLives(pair, user, day)];
  return [titleRow(other, room), ...livesRows(view, viewed, room), ...livesRuleRows(view, viewed, room)];
}

function titleRow(other: OtherFuture, { width, glyphs }: Room): Row {
  const { pair, day } = other;
  const today = row(span(`day ${day}/${pair.days} `, 'strong'));
  const what = `fork: ${aboutWords(other)}`;
  const lefts = [`${pair.program.name}  ${what}`, what].map((words) => row(span(NAME, 'strong'), words));
  const left = firstFitting(lefts, width - rowWidth(today) - 1, glyphs);
  return spread(left, today, width, glyphs);
}
