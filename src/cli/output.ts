/** Where a command's words go: data to stdout, everything about it to stderr. */
export interface Output {
  readonly json: boolean;
  /** whether stderr is a terminal that can be redrawn */
  readonly interactive: boolean;
  /** characters per line on stdout */
  readonly width: number;
  /** data: a table, a result */
  print(text: string): void;
  /** one JSON document to stdout */
  printJson(value: unknown): void;
  /** progress and remarks */
  note(text: string): void;
  bold(text: string): string;
  dim(text: string): string;
}

/** The process's own streams. Colours only where the stream and the user want them; meaning never hangs on them. */
export function processOutput(json: boolean): Output {
  const { stdout, stderr, env } = process;
  const coloured = stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb' && !json;
  const style = (code: number) => (text: string) => (coloured ? `\u001b[${code}m${text}\u001b[22m` : text);
  return {
    json,
    interactive: stderr.isTTY === true && env['TERM'] !== 'dumb' && !env['CI'],
    width: stdout.isTTY ? (stdout.columns ?? 80) : 120,
    print: (text) => void stdout.write(`${text}\n`),
    // NaN and infinities have no JSON form; they become null.
    printJson: (value) => void stdout.write(`${JSON.stringify(value)}\n`),
    note: (text) => void stderr.write(`${text}\n`),
    bold: style(1),
    dim: style(2),
  };
}
