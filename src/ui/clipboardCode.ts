/**
 * What asks a terminal to put a text on the clipboard (OSC 52). Terminals that do not allow it ignore it.
 *
 * Source: xterm control sequences, "Operating System Commands", Ps = 52.
 */
export function clipboardCode(text: string): string {
  return `\x1b]52;c;${Buffer.from(text).toString('base64')}\x07`;
}
