import { type Dispatch, useEffect } from 'react';
import type { SavePicture } from '../picture/savePicture.ts';
import { type CompareInput, compareRows } from './compareRows.ts';
import type { CompareEvent } from './compareState.ts';

/** What the screen cannot do by itself. */
export interface CompareServices {
  /** keeps pictures of the screen; undefined: none can be kept */
  readonly save?: SavePicture | undefined;
  /** puts a text on the clipboard, where the terminal allows it */
  readonly copy?: ((text: string) => void) | undefined;
}

/** Does once what somebody asked for that takes a file or the terminal. */
export function useAsked(
  screen: CompareInput,
  { save, copy }: CompareServices,
  dispatch: Dispatch<CompareEvent>,
): void {
  const { asked } = screen.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on the screen when it is asked for
  useEffect(() => {
    if (asked === undefined) return;
    if (asked === 'copy') copy?.(screen.command);
    dispatch({ kind: 'done', message: asked === 'save' && save ? saved(screen, save) : '' });
  }, [asked]);
}

/** Where a picture is kept, or why it could not be. */
function saved(screen: CompareInput, save: SavePicture): string {
  const { names, day, program } = screen.view;
  const title = `${program.name}: A ${names.a}, B ${names.b}, day ${day}`;
  const name = `${program.name}-${names.a}-against-${names.b}-day-${day}`;
  try {
    return `saved ${save({ name, title, rows: compareRows(screen), columns: screen.size.columns })}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
