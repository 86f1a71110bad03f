import { pressKey } from '../screen/pressKey.ts';
import { browseKeyboard } from './browseKeys.ts';
import type { BrowseContext, BrowseState } from './browseState.ts';

/** The state after a key. */
export function reduceBrowse(state: BrowseState, key: string, context: BrowseContext): BrowseState {
  // What is being left takes no more keys.
  if (state.open || state.quit) return state;
  if (state.command && (key === 'y' || key === 'escape')) return { ...state, command: false, message: '' };
  const before = { ...state, command: false, sure: key === 't' ? state.sure : undefined };
  return pressKey(browseKeyboard(before, context), before, key, context);
}
