import { expect, it } from 'vitest';
import { describeInTerminal } from './describeInTerminal.ts';
import { openSession } from './openSession.ts';
import { SCREENS, THOROUGHLY } from './screens.ts';

/** Without a terminal on one side. */
const PIPED = [
  ['into another program', '"$@" 2>remarks | cat; echo "exit $PIPESTATUS"'],
  ['into one that reads a line', '"$@" 2>remarks | head -1; echo "exit $PIPESTATUS"'],
  ['into a file', '"$@" >text 2>remarks; echo "exit $?"; head -1 text'],
  ['with its input closed', '"$@" </dev/null 2>remarks; echo "exit $?"'],
] as const;
const CASES = SCREENS.flatMap((screen) =>
  (THOROUGHLY.includes(screen) ? PIPED : PIPED.slice(0, 1)).map(([how, script]) => ({
    ...screen,
    how,
    script,
  })),
);

describeInTerminal('where there is no terminal', () => {
  it.each(CASES)('text is printed, $how, $name', async ({ text, script }) => {
    const session = openSession(text, { script: `stty -g; ${script}; stty -g` });
    expect(await session.ended).toBe(0);
    expect(session.written).not.toContain('\x1b');
    const modes = session.history.filter((line) => /^[\da-f]+:[\da-f:]+$/.test(line));
    expect(modes).toEqual([modes[0], modes[0]]);
    const words = session.history.filter((line) => line !== '' && !modes.includes(line));
    expect(words.length).toBeGreaterThan(1);
    expect(words).toContain('exit 0');
  });
});
