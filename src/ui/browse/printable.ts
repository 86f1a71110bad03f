/** A text that others wrote, such as a seed, with `?` for what would not be one character on the screen. */
export function printable(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
}
