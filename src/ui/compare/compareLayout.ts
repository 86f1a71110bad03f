import type { GlyphSet } from '../glyphs.ts';
import { glyphsOf } from '../glyphs.ts';
import type { Room } from '../room.ts';
import { FOOTER_ROWS } from '../screen/screenFooter.ts';
import type { ScreenSize } from '../screenSize.ts';
import type { CompareView } from './compareView.ts';
import { differenceHeight } from './panels/differenceRows.ts';
import { LEAST_LISTS, listsHeight } from './panels/listRows.ts';
import { segmentsHeight } from './panels/segmentRows.ts';
import { LEAST_SURVIVAL, MOST_SURVIVAL } from './panels/survivalRows.ts';
import { TITLE_ROWS } from './panels/titleRows.ts';

/** A part of the screen, in the order in which they stand. */
export type Panel = 'stages' | 'survival' | 'differences' | 'lists' | 'segments';

/** A panel with the lines it is given. */
export interface PlacedPanel {
  readonly panel: Panel;
  readonly height: number;
}

/** Rows between the line of days and the footer. The last row of the terminal is never drawn on. */
export function compareBody({ rows }: ScreenSize): number {
  return Math.max(rows - 1 - TITLE_ROWS - 1 - FOOTER_ROWS, 0);
}

/**
 * The panels in pages that take turns: as few as there can be, about equally full, and spare lines given to panels that
 * make use of them.
 */
export function comparePages(view: CompareView, size: ScreenSize, glyphs: GlyphSet): PlacedPanel[][] {
  const body = compareBody(size);
  const sizes = sizesOf(view, { width: size.columns, glyphs: glyphsOf(glyphs) });
  const fewest = inPages(sizes, body).length;
  // The least height in which there are no more pages than that.
  let height = Math.ceil(heightOf(sizes) / fewest);
  while (height < body && inPages(sizes, height).length > fewest) height++;
  return inPages(sizes, Math.min(height, body)).map((page) => placed(page, body));
}

/** Panels in their order, a new page where the next one would be too much. */
function inPages(sizes: readonly Sized[], height: number): Sized[][] {
  const pages: Sized[][] = [];
  for (const panel of sizes) {
    const page = pages[pages.length - 1];
    if (page && heightOf(page) + panel.least <= height) page.push(panel);
    else pages.push([panel]);
  }
  return pages;
}

interface Sized {
  readonly panel: Panel;
  readonly least: number;
  readonly most: number;
}

function sizesOf(view: CompareView, room: Room): Sized[] {
  const fixed = (panel: Panel, height: number): Sized => ({ panel, least: height, most: height });
  const sizes: Sized[] = [
    fixed('stages', view.program.stages.length + 1),
    { panel: 'survival', least: LEAST_SURVIVAL, most: MOST_SURVIVAL },
    fixed('differences', differenceHeight(view, room)),
    { panel: 'lists', least: LEAST_LISTS, most: listsHeight(view) },
    fixed('segments', segmentsHeight(view)),
  ];
  return sizes.filter(({ most }) => most > 0);
}

function heightOf(page: readonly Sized[]): number {
  return page.reduce((sum, { least }) => sum + least, 0);
}

function placed(page: readonly Sized[], body: number): PlacedPanel[] {
  let spare = body - heightOf(page);
  return page.map(({ panel, least, most }) => {
    const more = Math.max(Math.min(most - least, spare), 0);
    spare -= more;
    return { panel, height: Math.min(least + more, body) };
  });
}
