import { chosen } from '../options.ts';

/** What the benchmark of the screens consists of, in this order. */
export const UI_PARTS = ['open', 'play', 'keys'] as const;

export type UiPart = (typeof UI_PARTS)[number];

/** What it was asked for. */
export interface UiOptions {
  /** fewer repetitions */
  readonly quick: boolean;
  readonly parts: readonly UiPart[];
}

/**
 * Reads --quick and --only.
 *
 * @throws Error naming a word or a value that does not exist, and those that do
 */
export function readUiOptions(words: readonly string[]): UiOptions {
  let quick = false;
  let only: string | undefined;
  for (let k = 0; k < words.length; k++) {
    const [name, value] = words[k].split('=');
    if (name === '--quick') quick = true;
    else if (name === '--only') only = value ?? words[++k] ?? '';
    else throw new Error(`expected --quick or --only, got "${words[k]}"`);
  }
  return { quick, parts: chosen('--only', only, UI_PARTS) ?? UI_PARTS };
}
