import { expect, it } from 'vitest';
import { describeInTerminal } from './describeInTerminal.ts';
import { openSession } from './openSession.ts';
import { SCREENS } from './screens.ts';

const ALONE = { name: 'tenure alone', words: '' };
const CASES = [...SCREENS, ALONE].map(({ name, words }) => ({ name, words }));

describeInTerminal('on a terminal that cannot be drawn on', () => {
  it.each(CASES)('text is printed, and it is said why, $name', async ({ name, words }) => {
    const script = '"$@" 2>remarks; echo "exit $?"; cat remarks';
    const session = openSession(words, { env: { TERM: 'dumb' }, script });
    // The lesson asks for predictions.
    if (name === 'learn') for (const answer of ['new', 'new']) session.type(answer);
    expect(await session.ended).toBe(0);
    expect(session.written).not.toContain('\x1b');
    const said = session.history.indexOf('exit 0');
    expect(session.history.slice(0, said).filter((line) => line !== '').length).toBeGreaterThan(3);
    const remarks = session.history.slice(said + 1).join('\n');
    expect(remarks).toMatch(/^tenure: text is printed, as by --plain: TERM=dumb /m);
  });
});
