import type { BrowseLists } from '../../ui/browse/browseLists.ts';
import { plainBrowse } from '../../ui/browse/plainBrowse.ts';
import type { Invocation } from '../command.ts';

/** The three lists as text. */
export function inText(lists: BrowseLists, { output, text }: Invocation): void {
  const glyphs = text('glyphs') as 'unicode' | 'ascii';
  for (const line of plainBrowse(lists, { width: output.width, glyphs, now: Date.now() })) output.print(line);
}
