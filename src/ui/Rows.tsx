import { createContext, useContext, useLayoutEffect } from 'react';
import type { Row } from './row.ts';

/** Puts a screen's rows on the terminal. */
export type DrawRows = (rows: readonly Row[]) => void;

/** Where the rows of the screens inside go. */
export const Terminal = createContext<DrawRows>(() => {});

export interface RowsProps {
  /** the whole screen */
  readonly rows: readonly Row[];
}

/**
 * A screen: its rows go to the terminal whenever they are made. They are lines already, so nothing of Ink's own drawing,
 * which takes every character apart for a layout, is needed for them.
 */
export function Rows({ rows }: RowsProps): null {
  const draw = useContext(Terminal);
  useLayoutEffect(() => draw(rows), [draw, rows]);
  return null;
}
