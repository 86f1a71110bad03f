import { useInput } from 'ink';
import { keyNames } from './screen/keyNames.ts';

export interface HearCtrlCProps {
  /** told of every Ctrl-C */
  readonly heard: () => void;
}

/** Draws nothing and hears Ctrl-C, which is a key like others while a screen reads the keyboard. */
export function HearCtrlC({ heard }: HearCtrlCProps): null {
  useInput((input, key) => {
    if (keyNames(input, key).includes('ctrl-c')) heard();
  });
  return null;
}
