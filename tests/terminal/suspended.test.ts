import { expect, it } from 'vitest';
import { describeInTerminal } from './describeInTerminal.ts';
import { openSession } from './openSession.ts';
import type { Screen } from './screen.ts';
import { BUFFERS, SCREENS } from './screens.ts';

/** An interactive shell, as only that stops jobs and lets them go on; `$PROGRAM` is the program with its words. */
const SHELL = `PS1='PROMPT ' PROGRAM="$(printf '%q ' "$@")" exec bash --noprofile --norc -i`;
const CASES = SCREENS.flatMap((screen) => BUFFERS.map((buffer) => ({ ...screen, buffer })));

const isTitle = (line: string) => line.startsWith(' tenure');
/** The lines that the program has drawn, from its title on. */
const frameOf = ({ lines }: Screen) => lines.slice(lines.findIndex(isTitle)).join('\n').trimEnd().split('\n');

describeInTerminal('Ctrl-Z', () => {
  it.each(CASES)('lends the shell the terminal, $name $buffer', async ({ words, buffer, opened, change }) => {
    const session = openSession(`${words} ${buffer}`, { script: SHELL });
    const ordinary = buffer === '--no-alt-screen';
    await session.shows('PROMPT');
    session.type('stty -g; eval $PROGRAM');
    await session.shows(opened);
    session.press(change[0]);
    await session.shows(change[1]);
    const before = frameOf(await session.still());
    session.press('ctrl-z');
    const stopped = await session.shows('Stopped');
    expect(stopped).toMatchObject({ alternate: false, cursorVisible: true });
    session.type('stty -g; echo AT YOUR "SERVICE"');
    await session.shows('AT YOUR SERVICE');
    const modes = session.history.filter((line) => /^[\da-f]+:[\da-f:]+$/.test(line));
    expect(modes).toEqual([modes[0], modes[0]]);
    session.type('fg');
    await session.shows(change[1], ({ cursorVisible }) => !cursorVisible);
    expect(session.screen.alternate).toBe(!ordinary);
    expect(frameOf(await session.still())).toEqual(before);
    session.press('q');
    await session.shows(/^PROMPT$/m);
    expect(session.history.join('\n')).toMatch(/stty.*Stopped.*AT YOUR SERVICE.*PROMPT fg/s);
    expect(session.history.filter(isTitle)).toHaveLength(ordinary ? 2 : 0);
  });

  it('does nothing where no shell could let the program go on', async () => {
    const [{ words, opened, change }] = SCREENS;
    const session = openSession(words);
    await session.shows(opened);
    session.press(`ctrl-z ${change[0]}`);
    const { alternate, cursorVisible } = await session.shows(change[1]);
    expect([alternate, cursorVisible]).toEqual([true, false]);
  });
});
