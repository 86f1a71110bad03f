import { useInput } from 'ink';

/** Ctrl-Z: stops the whole job, as it does where the terminal is not borrowed. */
export function SuspendKey(): null {
  useInput((input, key) => {
    if (key.ctrl && input === 'z') process.kill(0, 'SIGTSTP');
  });
  return null;
}
