import { createInterface } from 'node:readline';

/** Lines that somebody types or pipes in, one after the other. */
export interface Lines {
  /** the next line; undefined at the end */
  next(): Promise<string | undefined>;
  close(): void;
}

/** The lines of a stream; it is not touched before the first one is asked for. */
export function linesOf(stream: NodeJS.ReadableStream): Lines {
  let reader: ReturnType<typeof createInterface> | undefined;
  let lines: AsyncIterator<string> | undefined;
  return {
    async next() {
      reader ??= createInterface({ input: stream, terminal: false });
      lines ??= reader[Symbol.asyncIterator]();
      const { done, value } = await lines.next();
      return done ? undefined : value;
    },
    close: () => reader?.close(),
  };
}
