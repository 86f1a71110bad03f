import { type Invocation, type OptionSpec, UsageError } from '../command.ts';

/** Options of a command that can write what it shows to a file. */
export const PICTURE_OPTIONS = {
  save: { kind: 'text', about: 'write the view to a file, .svg or .txt, and show nothing' },
  columns: { kind: 'integer', default: 100, range: [20, 400], about: 'with --save: columns of the terminal' },
  rows: { kind: 'integer', default: 30, range: [10, 200], about: 'with --save: rows of the terminal' },
  until: { kind: 'integer', range: [0, 100_000], about: 'with --save: a film from --day to this day' },
  every: {
    kind: 'integer',
    default: 1,
    range: [1, 1000],
    about: 'with --until: days from picture to picture',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** A picture that somebody wants. */
export interface PictureRequest {
  readonly file: string;
  readonly format: 'svg' | 'txt';
  /** of the terminal that is drawn */
  readonly size: { readonly columns: number; readonly rows: number };
  /** last day of a film, and days from one picture of it to the next; undefined: a single picture */
  readonly film: { readonly until: number; readonly every: number } | undefined;
}

/**
 * The picture that an invocation asks for, if it does.
 *
 * @throws UsageError where the ending of the file says nothing, or an option has nothing to act on
 */
export function pictureRequest(invocation: Invocation): PictureRequest | undefined {
  const file = invocation.optional('save');
  if (file === undefined) {
    const idle = ['columns', 'rows', 'until', 'every'].find((name) => invocation.origin(name) === 'flag');
    if (idle !== undefined) throw new UsageError(`--${idle} goes with --save FILE`);
    return undefined;
  }
  const until = invocation.maybe('until');
  const every = invocation.integer('every');
  const format = formatOf(file);
  if (until === undefined && invocation.origin('every') === 'flag')
    throw new UsageError('--every goes with --until DAY, which makes a film');
  if (until !== undefined && format === 'txt')
    throw new UsageError(`--until makes a film, which is an .svg; --save got "${file}"`);
  const size = { columns: invocation.integer('columns'), rows: invocation.integer('rows') };
  return { file, format, size, film: until === undefined ? undefined : { until, every } };
}

function formatOf(file: string): PictureRequest['format'] {
  const ending = /[^/\\]\.(svg|txt)$/i.exec(file)?.[1].toLowerCase();
  if (ending === 'svg' || ending === 'txt') return ending;
  const data = /\.json$/i.test(file) ? '; --json prints the data' : '';
  throw new UsageError(`--save: expected a file that ends in .svg or .txt, got "${file}"${data}`);
}
