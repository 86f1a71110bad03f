import { expect, it } from 'vitest';
import { describeInTerminal } from './describeInTerminal.ts';
import { openSession } from './openSession.ts';
import { SCREENS, type ScreenCase } from './screens.ts';
import type { Session, SessionOptions } from './session.ts';

/** A terminal that says of itself no more than that it has sixteen colors. */
const SIXTEEN = { TERM: 'xterm', COLORTERM: undefined };
/** The classic colors of text and ground and back to what they were. */
const CLASSIC = (code: number) =>
  (code >= 30 && code <= 49 && code % 10 !== 8) || (code >= 90 && code <= 107);

/** The codes of all changes of color, weight and so on that were written. */
function stylesIn(written: string): number[] {
  const changes = written.split('\x1b[').map((piece) => /^([\d;]*)m/.exec(piece)?.[1]);
  return changes.flatMap((codes) => (codes === undefined ? [] : codes.split(';').map(Number)));
}

async function drawn({ words, opened, change }: ScreenCase, env: SessionOptions['env']): Promise<Session> {
  const session = openSession(words, { env: env ?? {} });
  await session.shows(opened);
  session.press(change[0]);
  await session.shows(change[1]);
  return session;
}

describeInTerminal('colors', () => {
  it.each(SCREENS)(
    'are the classic sixteen at most where the terminal promises no more, $name',
    async (screen) => {
      const { written } = await drawn(screen, SIXTEEN);
      const styles = stylesIn(written);
      expect(styles.length).toBeGreaterThan(0);
      expect(styles.filter((code) => code > 9 && code !== 22 && code !== 27 && !CLASSIC(code))).toEqual([]);
    },
  );

  it.each(SCREENS)('are absent with NO_COLOR, $name', async (screen) => {
    const session = await drawn(screen, { NO_COLOR: '1' });
    expect(stylesIn(session.written).filter(CLASSIC)).toEqual([]);
    expect(new Set(session.cells.flat().map(({ color }) => color))).toEqual(new Set(['default']));
  });
});
