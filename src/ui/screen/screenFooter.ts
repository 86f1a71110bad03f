import type { Room } from '../room.ts';
import { clipRow, type Row, row, span, widthOf } from '../row.ts';
import { characters } from '../textWidth.ts';
import type { Keyboard, ScreenKey } from './keyboard.ts';
import { keyText } from './keyText.ts';
import type { ScreenState } from './screenState.ts';
import { lineKind } from './typeKey.ts';

/** Height of the footer. */
export const FOOTER_ROWS = 2;

/** What a screen's footer is made from. */
export interface FooterInput<State extends ScreenState, Context> {
  readonly keyboard: Keyboard<State, Context>;
  readonly state: State;
  readonly context: Context;
  /** what the keys line leaves out first where there is little room, by `brief` */
  readonly dispensable: readonly string[];
}

/** The last two lines: what there is to say or to type, and the most used keys that do something now. */
export function screenFooter<State extends ScreenState, Context>(
  input: FooterInput<State, Context>,
  room: Room,
): Row[] {
  return [messageRow(input, room), keysRow(input, room)].map((line) =>
    clipRow(line, room.width, room.glyphs),
  );
}

function messageRow<State extends ScreenState, Context>(
  { keyboard, state, context }: FooterInput<State, Context>,
  { width, glyphs }: Room,
): Row {
  const { line, message } = state;
  if (!line) return row(span(` ${message}`, 'accent'));
  const { prompt, hint } = lineKind(keyboard, line.kind);
  const said = message === '' ? span(`  ${hint(state, context)}`, 'faint') : span(`  ${message}`, 'loss');
  const lead = prompt.length === 1 ? ` ${prompt}` : ` ${prompt}: `;
  // The end of a long text is what is being typed.
  const room = Math.max(width - widthOf(lead) - 2, 1);
  const text = characters(line.text);
  while (text.length > 0 && widthOf(text.join('')) > room - 1) text.shift();
  const shown = widthOf(line.text) > room ? glyphs.ellipsis + text.join('') : line.text;
  return row(lead, span(shown, 'strong'), span('_', 'today'), said);
}

function keysRow<State extends ScreenState, Context>(
  { keyboard, state, context, dispensable }: FooterInput<State, Context>,
  { width, glyphs }: Room,
): Row {
  let kept: Named[] = [
    ...keyboard.keys.filter((key) => key.brief !== undefined && key.refused?.(state, context) === undefined),
    HELP,
  ];
  const words = (key: Named) => ` ${keyText(key, glyphs)} ${key.brief} `;
  const needed = () => kept.reduce((sum, key) => sum + widthOf(words(key)), 0);
  for (const brief of dispensable) {
    if (needed() > width) kept = kept.filter((key) => key.brief !== brief);
  }
  return row(...kept.flatMap((key) => [' ', span(keyText(key, glyphs), 'strong'), ` ${key.brief} `]));
}

type Named = Pick<ScreenKey<ScreenState, unknown>, 'shown' | 'brief'>;

const HELP: Named = { shown: '?', brief: 'help' };
