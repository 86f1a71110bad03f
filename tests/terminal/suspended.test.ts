import { expect, it } from 'vitest';
import { describeInTerminal } from './describeInTerminal.ts';
import { openSession } from './openSession.ts';
import type { Screen } from './screen.ts';
import { SCREENS, THOROUGHLY, titlesIn } from './screens.ts';
import { named } from './wanted.ts';

/** An interactive shell, as only that stops jobs and lets them go on; `$PROGRAM` is the program with its words. */
const SHELL = `PS1='PROMPT ' PROGRAM="$(printf '%q ' "$@")" exec bash --noprofile --norc -i`;
const CASES = [
  ...SCREENS.map((screen) => ({ ...screen, buffer: '--alt-screen' })),
  ...THOROUGHLY.map((screen) => ({ ...screen, buffer: '--no-alt-screen' })),
];

/** The lines that a screen has drawn, from its title on. */
const frameOf = ({ lines }: Screen, name: string) =>
  lines.slice(titlesIn(lines, name)[0]).join('\n').trimEnd();

describeInTerminal('Ctrl-Z', () => {
  it.each(CASES)('lends the shell the terminal, $name $buffer', async ({ words, buffer, ...screen }) => {
    const { name, opened, complete, change } = screen;
    const session = openSession(`${words} ${buffer}`, { script: SHELL });
    await session.shows('PROMPT');
    session.type('stty -g; eval $PROGRAM');
    await session.shows(opened, ...complete);
    session.press(change[0]);
    const before = frameOf(await session.shows(change[1], ...complete), name);
    session.press('ctrl-z');
    const stopped = await session.shows('Stopped');
    expect(stopped).toMatchObject({ alternate: false, cursorVisible: true });
    session.type('stty -g; echo AT YOUR "SERVICE"');
    await session.shows('AT YOUR SERVICE');
    const modes = session.history.filter((line) => /^[\da-f]+:[\da-f:]+$/.test(line));
    expect(modes).toEqual([modes[0], modes[0]]);
    session.type('fg');
    await session.shows(
      named(`the frame\n${before}`, (now) => frameOf(now, name) === before && !now.cursorVisible),
    );
    expect(session.screen.alternate).toBe(buffer === '--alt-screen');
    session.press('q');
    await session.shows(/^PROMPT$/m);
    expect(session.history.join('\n')).toMatch(/stty.*Stopped.*AT YOUR SERVICE.*PROMPT fg/s);
    expect(titlesIn(session.history, name)).toHaveLength(buffer === '--alt-screen' ? 0 : 2);
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
