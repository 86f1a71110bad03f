/** A typed text written out in the language of formulas. */
export interface WrittenOut {
  readonly text: string;
  /** offset in the typed text of an offset in this one */
  offsetOf(offset: number): number;
}

/** A piece of the text as typed, and what stands for it. */
interface Piece {
  readonly typed: string;
  readonly offset: number;
  readonly text: string;
}

const PIECES =
  /\s+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?:%(?![\w.(]))?|\p{L}[\p{L}\p{N}_]*(?:\.\p{L}[\p{L}\p{N}_]*)?|[<>=!]=|./gsu;
const NUMBER = /^\.?\d/;
const NAME = /^\p{L}/u;
const BETWEEN = new Set(['and', 'or', 'xor', 'mod']);

/**
 * Writes out what people know from search fields: `stage:dormant` is `(stage==dormant)`, terms that stand side by
 * side are joined by `and`, and `5%` is 0.05. Everything else stays as it is.
 */
export function writeOut(typed: string): WrittenOut {
  const pieces = joined(withEqualities(piecesOf(typed)));
  const text = pieces.map((piece) => piece.text).join('');
  return {
    text,
    offsetOf(offset) {
      let start = 0;
      for (const piece of pieces) {
        if (offset < start + piece.text.length) {
          const within = piece.text === piece.typed ? offset - start : 0;
          return piece.offset + within;
        }
        start += piece.text.length;
      }
      return typed.length;
    },
  };
}

function piecesOf(typed: string): Piece[] {
  return [...typed.matchAll(PIECES)].map(({ 0: piece, index: offset }) => ({
    typed: piece,
    offset,
    text: piece.endsWith('%') && NUMBER.test(piece) ? String(Number(piece.slice(0, -1)) / 100) : piece,
  }));
}

/** A colon between two words, but for that of `test ? yes : no`. */
function withEqualities(pieces: readonly Piece[]): Piece[] {
  const written = [...pieces];
  let questions = 0;
  for (const [k, { typed }] of pieces.entries()) {
    if (typed === '?') questions++;
    if (typed !== ':') continue;
    const [before, after] = [written[k - 1], written[k + 1]];
    if (questions > 0) questions--;
    else if (before && after && NAME.test(before.text) && /^[\p{L}\p{N}.]/u.test(after.text)) {
      written[k - 1] = { ...before, text: `(${before.text}` };
      written[k] = { ...pieces[k], text: '==' };
      written[k + 1] = { ...after, text: `${after.text})` };
    }
  }
  return written;
}

function joined(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, k) => {
    const sideBySide = /^\s/.test(piece.typed) && ends(pieces[k - 1]) && begins(pieces[k + 1]);
    return sideBySide ? { ...piece, text: ' and ' } : piece;
  });
}

/** Whether a term may end here. */
function ends(piece: Piece | undefined): boolean {
  if (!piece || BETWEEN.has(piece.typed) || piece.typed === 'not') return false;
  return NAME.test(piece.typed) || NUMBER.test(piece.typed) || /^[)\]]/.test(piece.typed);
}

/** Whether a term may begin here. */
function begins(piece: Piece | undefined): boolean {
  if (!piece || BETWEEN.has(piece.typed)) return false;
  return NAME.test(piece.typed) || NUMBER.test(piece.typed) || piece.typed === '(';
}
