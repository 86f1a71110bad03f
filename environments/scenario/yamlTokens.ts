import { CST, Lexer } from 'yaml';
import { ScenarioError } from './diagnostics.ts';

/** Larger files are refused before they are read. */
export const MAX_BYTES = 256 * 1024;
/** Names, values and signs, which bounds the time that parsing takes. */
const MAX_TOKENS = 60_000;
const MAX_BRACKETS = 40;
const MAX_INDENTATION = 160;
/** "- - - x" is a list in a list in a list. */
const MAX_INDICATORS = 8;

const TOO_DEEP = 'nested too deeply for a scenario';
const SCALAR = '\u001f';
/** Signs that the lexer adds to the text, and the byte order mark. */
const MARKS: readonly string[] = ['\u0002', '\u0018', SCALAR, '\ufeff'];

/**
 * Refuses, from its length and its tokens alone, YAML that would take the parser long or make it recurse deeply, and
 * the parts of YAML that a scenario has no use for: directives, tags, anchors and aliases.
 *
 * @param text the file's content
 * @param file name used in messages
 * @throws ScenarioError where the first of it stands
 */
export function checkTokens(text: string, file: string): void {
  let line = 1;
  let column = 1;
  const refuse = (message: string) => new ScenarioError(file, [{ line, column, message }]);
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_BYTES)
    throw refuse(`the file has ${bytes} bytes; a scenario may have at most ${MAX_BYTES}`);
  const nesting = new Nesting();
  let tokens = 0;
  let before = '';
  for (const token of new Lexer().lex(text)) {
    // What follows the mark of a scalar is its text.
    const problem = before === SCALAR ? undefined : nesting.problem(token);
    if (problem) throw refuse(problem);
    if (++tokens > MAX_TOKENS) throw refuse(`a scenario has at most ${MAX_TOKENS} names, values and signs`);
    before = token;
    if (MARKS.includes(token)) continue;
    const lines = token.split('\n');
    line += lines.length - 1;
    column = (lines.length > 1 ? 1 : column) + lines[lines.length - 1].length;
  }
}

/** How deep the tokens seen so far have gone. */
class Nesting {
  #brackets = 0;
  #indicators = 0;
  #startOfLine = true;

  /** What is wrong with the next token. */
  problem(token: string): string | undefined {
    const startOfLine = this.#startOfLine;
    this.#startOfLine = false;
    switch (CST.tokenType(token)) {
      case 'newline':
        this.#startOfLine = true;
        this.#indicators = 0;
        return undefined;
      case 'space':
        return startOfLine && token.length > MAX_INDENTATION ? TOO_DEEP : undefined;
      case 'seq-item-ind':
      case 'explicit-key-ind':
        return ++this.#indicators > MAX_INDICATORS ? TOO_DEEP : undefined;
      case 'flow-map-start':
      case 'flow-seq-start':
        return ++this.#brackets > MAX_BRACKETS ? TOO_DEEP : undefined;
      case 'flow-map-end':
      case 'flow-seq-end':
        this.#brackets--;
        return undefined;
      default:
        return foreign(token);
    }
  }
}

function foreign(token: string): string | undefined {
  const none = 'are not part of the scenario language';
  switch (CST.tokenType(token)) {
    case 'directive-line':
      return `directives (%NAME) ${none}`;
    case 'tag':
      return `tags (!name) ${none}`;
    case 'anchor':
    case 'alias':
      return `anchors and aliases (&name, *name) ${none}`;
    default:
      return undefined;
  }
}
