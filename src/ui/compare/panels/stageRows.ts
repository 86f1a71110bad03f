import { bar } from '../../bar.ts';
import { percent, thousands } from '../../formatNumber.ts';
import { nameWidth } from '../../nameWidth.ts';
import type { Room } from '../../room.ts';
import { clip, clipRow, heading, type Row, row, type Span, span, widthOf } from '../../row.ts';
import { shortened } from '../../shortened.ts';
import type { CompareView } from '../compareView.ts';
import { namesApart } from '../namesApart.ts';

const BAR = 60;

/** The stages on the evening, A beside B: what part of all who were born is in each. */
export function stageRows(view: CompareView, room: Room, most: number): Row[] {
  const { program, stages } = view;
  const name = nameWidth(program.stages, room.width);
  const born = { a: sum(stages.a), b: sum(stages.b) };
  const count = widthOf(thousands(Math.max(born.a, born.b)));
  const side = Math.floor((room.width - name - 2) / 2);
  const length = Math.max(Math.min(side - count - 11, BAR), 0);
  const cell = (value: number, of: number, absorbing: boolean): Span[] => [
    span(thousands(value).padStart(count + 2)),
    span(` ${percent(value, of).padStart(6)} `),
    span(
      bar(of > 0 ? value / of : 0, length, room.glyphs).padEnd(Math.max(side - count - 10, 0)),
      absorbing ? 'faint' : 'accent',
    ),
  ];
  const rows = program.stages.map(({ name: stage, absorbing }, k) =>
    clipRow(
      row(
        ` ${clip(stage, name, room.glyphs).padEnd(name)}`,
        ...cell(stages.a[k], born.a, absorbing),
        ...cell(stages.b[k], born.b, absorbing),
      ),
      room.width,
      room.glyphs,
    ),
  );
  return [stageHeading(view, name + 1 + side, room), ...shortened(rows, most - 1, 'stages', room)];
}

/** The names of both, each above its half. */
function stageHeading({ day, names }: CompareView, left: number, { width, glyphs }: Room): Row {
  const [before, frame] = [`evening of day ${day}: A `, 4];
  const most = { a: left - frame - before.length, b: width - left - frame - 2 };
  const cut = namesApart(names, most, glyphs);
  const a = heading(`${before}${cut.a}`, '', left, glyphs);
  return clipRow(row(...a, ...heading(`B ${cut.b}`, '', width - left, glyphs)), width, glyphs);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
