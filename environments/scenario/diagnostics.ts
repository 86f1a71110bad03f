import { closest, distance } from 'fastest-levenshtein';

/** One mistake in a scenario file. */
export interface Diagnostic {
  /** where it is not in the scenario's own file, but in one that it extends */
  readonly file?: string;
  /** one-based */
  readonly line: number;
  /** one-based */
  readonly column: number;
  /** what rule is broken, by what value, and the nearest valid choice */
  readonly message: string;
}

/** Every mistake found in one scenario file, in the order of the file. */
export class ScenarioError extends Error {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];

  constructor(file: string, diagnostics: readonly Diagnostic[]) {
    const files = [...new Set([file, ...diagnostics.map((d) => d.file ?? file)])];
    const order = (d: Diagnostic) => files.indexOf(d.file ?? file);
    const sorted = [...diagnostics].sort(
      (a, b) => order(a) - order(b) || a.line - b.line || a.column - b.column,
    );
    super(sorted.map((d) => `${d.file ?? file}:${d.line}:${d.column}: ${d.message}`).join('\n'));
    this.name = 'ScenarioError';
    this.file = file;
    this.diagnostics = sorted;
  }
}

/** The candidate most like `name`, or undefined where none is alike. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const list = [...candidates];
  if (list.length === 0) return undefined;
  const lower = name.toLowerCase();
  const best = list.find((c) => c.toLowerCase() === lower) ?? closest(name, list);
  const most = Math.max(Math.min(2, name.length - 1), Math.floor(name.length / 3));
  return distance(lower, best.toLowerCase()) <= most ? best : undefined;
}

/** `; did you mean "x"?`, or the valid choices where few, or nothing. */
export function suggestion(name: string, candidates: Iterable<string>): string {
  const list = [...candidates];
  const best = nearest(name, list);
  if (best !== undefined) return `; did you mean "${best}"?`;
  return list.length > 0 && list.length <= 12 ? `; valid here: ${list.join(', ')}` : '';
}

/** JSON has no word for NaN and infinities. */
const finite = (_: string, value: unknown) =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;

/** A value from a file, made safe and short enough to print. */
export function quoted(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value, finite) : String(value);
  const oneLine = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
  return `"${oneLine.length > 60 ? `${oneLine.slice(0, 57)}...` : oneLine}"`;
}
