import { useApp } from 'ink';
import { useEffect } from 'react';

/** Ends the application once it is left. */
export function useExit(isLeft: boolean): void {
  const { exit } = useApp();
  useEffect(() => {
    if (isLeft) exit();
  }, [isLeft, exit]);
}
