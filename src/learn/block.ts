/** One mark on a scale, with its interval if it has one. */
export interface Marked {
  readonly label: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** the numbers in words */
  readonly text: string;
}

/** A line in a chart; its letter is drawn where the values are. */
export interface Series {
  readonly letter: string;
  readonly label: string;
  readonly values: readonly number[];
}

/** A piece of what a step shows, as plain data. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      /** as many cells as the header; the first column holds words */
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'bars';
      readonly title: string;
      /** value of a full bar */
      readonly full: number;
      readonly rows: readonly { readonly label: string; readonly value: number; readonly text: string }[];
    }
  | { readonly kind: 'intervals'; readonly title: string; readonly rows: readonly Marked[] }
  | {
      readonly kind: 'chart';
      readonly title: string;
      /** what the horizontal axis ends at */
      readonly until: string;
      readonly series: readonly Series[];
      /** what stands at the upper and the lower edge */
      readonly high: number;
      readonly low: number;
    }
  | {
      readonly kind: 'grid';
      readonly title: string;
      /** rows of cells, each a few characters */
      readonly cells: readonly (readonly string[])[];
    };

/** A paragraph. */
export function text(words: string): Block {
  return { kind: 'text', text: words };
}
