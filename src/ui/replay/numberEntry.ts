import type { KeyContext, NumberEntry, ReplayState } from './replayState.ts';

/** Most digits of a number that somebody can type. */
const DIGITS = 9;

/** A key while a number is being typed: a digit, backspace, enter, or esc to give up. */
export function pressEntryKey(
  state: ReplayState,
  entry: NumberEntry,
  key: string,
  context: KeyContext,
): ReplayState {
  const type = (digits: string): ReplayState => ({ ...state, entry: { ...entry, digits }, message: '' });
  if (/^[0-9]$/.test(key)) return type((entry.digits + key).slice(0, DIGITS));
  if (key === 'backspace') return type(entry.digits.slice(0, -1));
  if (key === 'escape') return { ...state, entry: undefined, message: '' };
  if (key === 'return') return choose({ ...state, entry: undefined }, entry, context);
  return { ...state, message: 'digits, then enter; esc gives up' };
}

function choose(state: ReplayState, { what, digits }: NumberEntry, { replay }: KeyContext): ReplayState {
  if (digits === '') return { ...state, message: `no ${what} given` };
  const number = Number(digits);
  const last = what === 'day' ? replay.days : replay.people - 1;
  if (number > last) return { ...state, message: `expected a ${what} from 0 to ${last}, got ${number}` };
  return { ...state, [what]: number, whyTop: 0, message: '' };
}
