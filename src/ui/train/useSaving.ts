import { type Dispatch, useEffect } from 'react';
import type { SavePicture } from '../picture/savePicture.ts';
import { type TrainScreenInput, trainRows } from './trainRows.ts';
import type { TrainScreenEvent } from './trainState.ts';

/**
 * Saves the screen once it is asked for.
 *
 * @param save undefined: nobody does
 */
export function useSaving(
  screen: TrainScreenInput,
  save: SavePicture | undefined,
  dispatch: Dispatch<TrainScreenEvent>,
): void {
  const { saving } = screen.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture that is asked for is saved once
  useEffect(() => {
    if (saving) dispatch({ kind: 'saved', message: saved(screen, save) });
  }, [saving]);
}

/** Where the picture is kept, or why it could not be. */
function saved(screen: TrainScreenInput, save: SavePicture | undefined): string {
  const { setup, episodes } = screen.context.history;
  const name = `${setup.program.name}-${setup.agent}-episode-${episodes.length}`;
  const title = `${setup.program.name}, ${setup.agent}, episode ${episodes.length}`;
  try {
    return `saved ${save?.({ name, title, rows: trainRows(screen), columns: screen.size.columns })}`;
  } catch (error) {
    return (error as Error).message;
  }
}
