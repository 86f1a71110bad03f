import {
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { type Diagnostic, quoted, ScenarioError } from './diagnostics.ts';
import { checkTokens } from './yamlTokens.ts';

/** Where something stands in the file: a path of keys and list indices. */
export type Path = readonly (string | number)[];

/** A position, with the file where it is not that of the source. */
export type Place = Omit<Diagnostic, 'message'>;

/** The usual cause: a ? b : c. */
const COLON = '; a formula with ": " in it needs quotes';
/** The usual cause: { value: v[i] }. */
const BRACKET = '; a formula with [ ] inside { } needs quotes';
/** A file with more mistakes than this shows the first ones. */
const MOST_SHOWN = 20;

/** A parsed YAML file that still knows where everything stood. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  /** Position of the value at `path`, or of its nearest enclosing value; `offset` moves into a formula's text. */
  position(path: Path, offset?: number): Place;
  /** Position of the last key of `path`. */
  keyPosition(path: Path): Place;
}

/**
 * Parses YAML with the parts a scenario has no use for refused: directives, tags, aliases, several documents, deep
 * nesting, keys that stand twice.
 *
 * @param text the file's content
 * @param file name used in messages
 * @throws ScenarioError naming line and column of each mistake
 */
export function readYaml(text: string, file: string): YamlSource {
  checkTokens(text, file);
  const lines = new LineCounter();
  const document = parseSafely(text, file, lines);
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems: Diagnostic[] = [...document.errors, ...document.warnings].map((e) => ({
    ...at(e.pos[0]),
    message: `not valid YAML: ${e.message}${hint(e)}`,
  }));
  visit(document, {
    Map: (_, map) => {
      for (const { offset, message } of keyProblems(map)) problems.push({ ...at(offset), message });
    },
  });
  if (problems.length > 0) throw new ScenarioError(file, problems.slice(0, MOST_SHOWN));
  return {
    file,
    value: document.toJS({ maxAliasCount: 0 }),
    position: (path, offset = 0) => at(valueOffset(document.contents, path, offset, text)),
    keyPosition: (path) => at(keyOffset(document.contents, path)),
  };
}

function hint({ code, message }: Pick<YAMLError, 'code' | 'message'>): string {
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return COLON;
  return message.startsWith('Unexpected flow-seq-start') ? BRACKET : '';
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
