import {
  CST,
  isAlias,
  isMap,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { type Diagnostic, quoted, ScenarioError } from './diagnostics.ts';

/** Larger files are refused before they are read. */
export const MAX_BYTES = 256 * 1024;
/** Brackets within brackets, and steps of indentation. */
const MAX_DEPTH = 40;
/** Names, values and punctuation, which bounds the time that parsing takes. */
const MAX_TOKENS = 60_000;

/** Where something stands in the file: a path of keys and list indices. */
export type Path = readonly (string | number)[];

/** A parsed YAML file that still knows where everything stood. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  /** Position of the value at `path`, or of its nearest enclosing value; `offset` moves into a formula's text. */
  position(path: Path, offset?: number): Pick<Diagnostic, 'line' | 'column'>;
  /** Position of the last key of `path`. */
  keyPosition(path: Path): Pick<Diagnostic, 'line' | 'column'>;
}

/**
 * Parses YAML with the parts a scenario has no use for refused: aliases, tags, several documents, deep nesting.
 *
 * @param text the file's content
 * @param file name used in messages
 * @throws ScenarioError naming line and column of each mistake
 */
export function readYaml(text: string, file: string): YamlSource {
  refuseLarge(text, file);
  refuseDeep(text, file);
  const lines = new LineCounter();
  const document = parseSafely(text, file, lines);
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems: Diagnostic[] = [...document.errors, ...document.warnings].map((e) => ({
    ...at(e.pos[0]),
    message: `not valid YAML: ${e.message}`,
  }));
  visit(document, {
    Alias: (_, node) => {
      problems.push({ ...at(node.range?.[0] ?? 0), message: ALIASES });
    },
    Node: (_, node) => {
      if (node.tag) problems.push({ ...at(node.range?.[0] ?? 0), message: TAGS });
    },
    Map: (_, map) => {
      for (const { offset, message } of keyProblems(map)) problems.push({ ...at(offset), message });
    },
  });
  if (problems.length > 0) throw new ScenarioError(file, problems.slice(0, 20));
  return {
    file,
    value: document.toJS({ maxAliasCount: 0 }),
    position: (path, offset = 0) => at(valueOffset(document.contents, path, offset, text)),
    keyPosition: (path) => at(keyOffset(document.contents, path)),
  };
}

/** Refuses what is too large before anything of it is read. */
function refuseLarge(text: string, file: string): void {
  const bytes = Buffer.byteLength(text);
  if (bytes <= MAX_BYTES) return;
  const message = `the file has ${bytes} bytes; a scenario may have at most ${MAX_BYTES}`;
  throw new ScenarioError(file, [{ line: 1, column: 1, message }]);
}

/** Refuses, from the tokens alone, what would make the parser recurse deeply or take long. */
function refuseDeep(text: string, file: string): void {
  let [line, brackets, indicators, tokens] = [1, 0, 0, 0];
  const refuse = (message: string) => new ScenarioError(file, [{ line, column: 1, message }]);
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    if (type === 'directive-line') throw refuse('directives (%NAME) are not part of the scenario language');
    if (type === 'newline') indicators = 0;
    if (type === 'seq-item-ind' || type === 'explicit-key-ind') indicators++;
    if (type === 'flow-map-start' || type === 'flow-seq-start') brackets++;
    if (type === 'flow-map-end' || type === 'flow-seq-end') brackets--;
    if (type === 'space' && indicators === 0 && brackets === 0 && token.length > 4 * MAX_DEPTH) indicators = MAX_DEPTH;
    if (brackets > MAX_DEPTH || indicators > 8) throw refuse('nested too deeply for a scenario');
    if (++tokens > MAX_TOKENS) throw refuse(`a scenario has at most ${MAX_TOKENS} names, values and signs`);
    line += token.split('\n').length - 1;
  }
}

function parseSafely(text: string, file: string, lineCounter: LineCounter) {
  try {
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      // Compared below: the parser would compare each key with every other.
      uniqueKeys: false,
      merge: false,
      strict: true,
    });
  } catch (error) {
    // The parser recurses: a file made to exhaust the stack ends here.
    const message = error instanceof RangeError ? 'nested too deeply for a scenario' : String(error);
    throw new ScenarioError(file, [{ line: 1, column: 1, message }]);
  }
}

const ALIASES = 'aliases (*name) are not part of the scenario language';
const TAGS = 'tags (!name) are not part of the scenario language';

/** Keys that are no plain names, that JavaScript keeps for itself, or that stand in one map twice. */
function keyProblems({ items }: YAMLMap): { offset: number; message: string }[] {
  const seen = new Set<string>();
  return items.flatMap((pair) => {
    const offset = (pair.key as Node | null)?.range?.[0] ?? 0;
    const message = keyProblem(pair, seen);
    return message === undefined ? [] : [{ offset, message }];
  });
}

function keyProblem({ key: node }: Pair, seen: Set<string>): string | undefined {
  if (!isScalar(node) || node.value === null) return 'keys must be plain names';
  const key = String(node.value);
  if (key in Object.prototype) return `${quoted(key)} cannot be used as a name`;
  if (seen.has(key)) return `${quoted(key)} stands here twice`;
  seen.add(key);
  return undefined;
}

/** Walks down `path` as far as the file goes. */
function nodeAt(root: unknown, path: Path): Node | undefined {
  let node = root as Node | undefined;
  for (const key of path) {
    if (!node || isAlias(node) || !('get' in node)) return node;
    const child = (node as { get(k: unknown, keep: true): unknown }).get(key, true) as Node | undefined;
    if (!child) return node;
    node = child;
  }
  return node;
}

function valueOffset(root: unknown, path: Path, offset: number, text: string): number {
  const node = nodeAt(root, path);
  const start = node?.range?.[0] ?? 0;
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return start;
  const inner = text.slice(start, node.range[1]).indexOf(node.value);
  // A folded or escaped formula no longer stands in the file letter by letter: point at its start.
  return inner < 0 ? start : start + inner + offset;
}

function keyOffset(root: unknown, path: Path): number {
  const parent = nodeAt(root, path.slice(0, -1));
  const key = String(path[path.length - 1]);
  if (!isMap(parent)) return nodeAt(root, path)?.range?.[0] ?? 0;
  const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return (pair?.key as Node | undefined)?.range?.[0] ?? parent.range?.[0] ?? 0;
}
