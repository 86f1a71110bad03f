import { useInput } from 'ink';
import { keyNames } from './keyNames.ts';

/**
 * Passes on every key that is pressed.
 *
 * @param press told the key's name, as the key table has it
 * @param isActive whether anybody listens; while another screen is open, that one does
 */
export function useKeys(press: (key: string) => void, isActive = true): void {
  useInput(
    (input, key) => {
      for (const name of keyNames(input, key)) press(name);
    },
    { isActive },
  );
}
