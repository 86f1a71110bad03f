import stringWidth from 'string-width';

/**
 * Texts of characters that take one column each: all that this program writes itself, found without taking them apart.
 * Control characters are drawn as blanks.
 */
const NARROW =
  /^[\p{Cc} -~\xa0-\xac\xae-\xff\u0391-\u03c9\u2010-\u2027\u2030-\u205e\u2190-\u2199\u2200-\u22ff\u2500-\u25fc\u2800-\u28ff\u26a0\u2713]*$/u;

const graphemes = new Intl.Segmenter();

/** Whether every character of a text takes one column. */
export function isNarrow(text: string): boolean {
  return NARROW.test(text);
}

/** Columns that a text takes: two for wide characters and emoji, none for combining marks. */
export function widthOf(text: string): number {
  if (isNarrow(text)) return text.length;
  return characters(text).reduce((sum, character) => sum + columnsOf(character), 0);
}

/** What a person sees as the characters of a text, with their combining marks. */
export function characters(text: string): string[] {
  return isNarrow(text) ? [...text] : Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** The first characters of a text that fit in so many columns. */
export function fitting(text: string, width: number): string {
  if (isNarrow(text)) return text.slice(0, Math.max(width, 0));
  let kept = '';
  let room = width;
  for (const character of characters(text)) {
    room -= columnsOf(character);
    if (room < 0) break;
    kept += character;
  }
  return kept;
}

function columnsOf(character: string): number {
  return isNarrow(character) ? character.length : stringWidth(character.replace(/\p{Cs}/gu, '\ufffd'));
}
