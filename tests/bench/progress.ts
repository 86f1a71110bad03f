/** Says on stderr what is being measured: on a terminal in one line that is written anew, elsewhere line by line. */
export function progress(text: string): void {
  const { stderr } = process;
  if (stderr.isTTY) stderr.write(`\r\u001b[K${text}`);
  else if (text !== '') stderr.write(`${text}\n`);
}
