/** The place of one character in a picture, in pixels: eighths of it are whole ones. */
export const CELL = { width: 8, height: 16 } as const;

/** From the top of a line to the foot of its letters. */
export const BASELINE = 12;

/** The size at which letters of most monospaced fonts are as wide as a cell. */
export const FONT_SIZE = 13.3;

/** Pixels between the edge of a picture and its text. */
export const MARGIN = 16;
