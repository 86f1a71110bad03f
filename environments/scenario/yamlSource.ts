import { isAlias, isMap, isScalar, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml';
import { type Diagnostic, quoted, ScenarioError } from './diagnostics.ts';

/** Larger files are refused before they are read. */
export const MAX_BYTES = 256 * 1024;
const MAX_DEPTH = 40;

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
  refuseUnread(text, file);
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
      problems.push({
        ...at(node.range?.[0] ?? 0),
        message: 'aliases (*name) are not part of the scenario language',
      });
    },
    Pair: (_, pair) => {
      const problem = keyProblem(pair);
      if (problem) problems.push({ ...at((pair.key as Node | null)?.range?.[0] ?? 0), message: problem });
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

function refuseUnread(text: string, file: string): void {
  const refuse = (message: string) => new ScenarioError(file, [{ line: 1, column: 1, message }]);
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_BYTES)
    throw refuse(`the file has ${bytes} bytes; a scenario may have at most ${MAX_BYTES}`);
  const tooDeep = text.split('\n').findIndex((line) => {
    const indent = line.search(/[^ ]/);
    return (
      indent > 4 * MAX_DEPTH || (line.match(/[[{]/g)?.length ?? 0) > MAX_DEPTH || /^\s*(- ){8}/.test(line)
    );
  });
  if (tooDeep >= 0) {
    throw new ScenarioError(file, [
      { line: tooDeep + 1, column: 1, message: 'nested too deeply for a scenario' },
    ]);
  }
}

function parseSafely(text: string, file: string, lineCounter: LineCounter) {
  try {
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      uniqueKeys: true,
      merge: false,
      strict: true,
    });
  } catch (error) {
    // The parser recurses: a file made to exhaust the stack ends here.
    const message = error instanceof RangeError ? 'nested too deeply for a scenario' : String(error);
    throw new ScenarioError(file, [{ line: 1, column: 1, message }]);
  }
}

function keyProblem(pair: Pair): string | undefined {
  if (!isScalar(pair.key)) return 'keys must be plain names';
  const key = String(pair.key.value);
  return key in Object.prototype ? `${quoted(key)} cannot be used as a name` : undefined;
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
