import type { ScreenState, TypedLine } from './screenState.ts';
import { mend } from './typeKey.ts';

/**
 * Takes a typed whole number from 0 to `last`; another text stays to be mended.
 *
 * @param choose the state after the number
 * @param noun what is numbered, in words
 */
export function takeNumber<State extends ScreenState>(
  state: State,
  line: TypedLine,
  last: number,
  choose: (number: number) => State,
  noun: string = line.kind,
): State {
  const { text } = line;
  if (text === '') return { ...state, message: `no ${noun} given` };
  const number = /^[0-9]{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= last) return choose(number);
  return mend(state, line, `expected a ${noun} from 0 to ${last}, got ${text}`);
}
